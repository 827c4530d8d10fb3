package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.feign.BodyFormat;
import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.http.IdentityReply;
import dev.kycport.tck.http.ReplyFieldNames;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.util.List;

/** Both calls of AccuAuth's by the name that the examples give them, in one format of requests. */
record AccuauthHttpCalls(BodyFormat body) implements VendorHttpCalls {

    private static final String SEND = "send-aadhaar-otp";
    private static final String VALIDATE = "validate-aadhaar-otp";

    AccuauthHttpCalls() {
        this(BodyFormat.FORM);
    }

    static KycProvider open(VendorEndpoint link, BodyFormat body) {
        Canary canary = Canary.DEFAULT;
        HttpSettings http = new HttpSettings(
                link.url(),
                link.connectTimeout(),
                link.readTimeout(),
                link.maxBodyBytes(),
                HttpSettings.DEFAULT_KEEP_ALIVE);
        return AccuauthProviderFactory.create(
                new AccuauthConfig(http, canary.id(), canary.secret(), body), MovableClock.atSampleTime());
    }

    @Override
    public String vendor() {
        return "accuauth";
    }

    @Override
    public ReplyFieldNames fields() {
        return new ReplyFieldNames("request_id", "status", "reason", "result", "full_name", "profile_image");
    }

    @Override
    public KycProvider open(VendorEndpoint link) {
        return open(link, body);
    }

    @Override
    public List<String> calls() {
        return List.of(SEND, VALIDATE);
    }

    @Override
    public String verifyCall() {
        return VALIDATE;
    }

    @Override
    public List<IdentityReply> identityReplies() {
        return List.of(new IdentityReply(
                VALIDATE, "/result/full_name", "/result/dob", "/result/profile_image", "/result/address"));
    }

    @Override
    public String path(String call) {
        return "/verify/" + call.replace('-', '_');
    }

    @Override
    public Either<ProviderFailure, ?> invoke(KycProvider accuauth, String call) {
        DirectOtpGateway gateway = accuauth.directOtp().orElseThrow();
        return call.equals(SEND)
                ? gateway.send(
                        SampleValues.anyProof(AccuauthProviderFactory.ID, ProviderCall.SEND_CODE),
                        Canary.DEFAULT.aadhaar())
                : gateway.verify(
                        SampleValues.anyProof(AccuauthProviderFactory.ID, ProviderCall.VERIFY_CODE),
                        SampleValues.anyReference(),
                        Canary.DEFAULT.otpCode());
    }
}
