package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.feign.BodyFormat;
import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.Canary;
import dev.kycport.tck.MovableClock;
import dev.kycport.tck.Sample;
import dev.kycport.tck.VendorCalls;
import dev.kycport.tck.VendorFields;
import dev.kycport.tck.VendorLink;
import io.vavr.control.Either;
import java.util.List;

/** Both calls of AccuAuth's by the name that the examples give them, in one format of requests. */
record AccuauthCalls(BodyFormat body) implements VendorCalls {

    private static final String SEND = "send-aadhaar-otp";
    private static final String VALIDATE = "validate-aadhaar-otp";

    AccuauthCalls() {
        this(BodyFormat.FORM);
    }

    static KycProvider open(VendorLink link, BodyFormat body) {
        Canary canary = Canary.USUAL;
        HttpSettings http = new HttpSettings(
                link.url(), link.connectTimeout(), link.readTimeout(), link.maxBody(), HttpSettings.USUAL_KEEP_ALIVE);
        return Accuauth.open(new AccuauthConfig(http, canary.id(), canary.secret(), body), MovableClock.usual());
    }

    @Override
    public String vendor() {
        return "accuauth";
    }

    @Override
    public VendorFields fields() {
        return new VendorFields("request_id", "status", "reason", "result", "full_name", "profile_image");
    }

    @Override
    public KycProvider open(VendorLink link) {
        return open(link, body);
    }

    @Override
    public List<String> calls() {
        return List.of(SEND, VALIDATE);
    }

    @Override
    public String verifying() {
        return VALIDATE;
    }

    @Override
    public String path(String call) {
        return "/verify/" + call.replace('-', '_');
    }

    @Override
    public Either<ProviderFailure, ?> ask(KycProvider accuauth, String call) {
        DirectOtpGateway gateway = accuauth.directOtp().orElseThrow();
        return call.equals(SEND)
                ? gateway.send(Sample.anyProof(Accuauth.ID, ProviderCall.SEND_CODE), Canary.USUAL.aadhaar())
                : gateway.verify(
                        Sample.anyProof(Accuauth.ID, ProviderCall.VERIFY_CODE),
                        Sample.anyReference(),
                        Canary.USUAL.otpCode());
    }
}
