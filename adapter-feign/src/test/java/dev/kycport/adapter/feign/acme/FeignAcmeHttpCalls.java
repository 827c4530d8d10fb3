package dev.kycport.adapter.feign.acme;

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
import java.time.InstantSource;
import java.util.List;

/** Acme's calls by the names that {@code replies.jsonl} uses. */
final class FeignAcmeHttpCalls implements VendorHttpCalls {

    private static final String SEND = "send";
    private static final String CHECK = "check";
    private static final String TOKEN = "token";

    @Override
    public String vendor() {
        return "acme";
    }

    @Override
    public ReplyFieldNames fields() {
        return new ReplyFieldNames("request_id", "code", "message", "person", "name", "photo");
    }

    @Override
    public KycProvider open(VendorEndpoint endpoint) {
        return open(endpoint, MovableClock.atSampleTime());
    }

    @Override
    public KycProvider open(VendorEndpoint endpoint, InstantSource clock) {
        HttpSettings http = new HttpSettings(
                endpoint.url(),
                endpoint.connectTimeout(),
                endpoint.readTimeout(),
                endpoint.maxBodyBytes(),
                HttpSettings.DEFAULT_KEEP_ALIVE);
        return FeignAcmeProvider.create(http, Canary.DEFAULT.id(), Canary.DEFAULT.secret(), clock);
    }

    @Override
    public List<String> calls() {
        return List.of(SEND, CHECK);
    }

    @Override
    public String verifyCall() {
        return CHECK;
    }

    @Override
    public List<IdentityReply> identityReplies() {
        return List.of(new IdentityReply(CHECK, "/person/name", "/person/born", "/person/photo", "/person/address"));
    }

    @Override
    public String path(String call) {
        return switch (call) {
            case SEND -> "/codes";
            case CHECK -> "/codes/check";
            default -> "/token";
        };
    }

    @Override
    public Either<ProviderFailure, ?> invoke(KycProvider acme, String call) {
        DirectOtpGateway gateway = acme.directOtp().orElseThrow();
        return call.equals(SEND)
                ? gateway.send(
                        SampleValues.anyProof(FeignAcmeProvider.ID, ProviderCall.SEND_CODE), Canary.DEFAULT.aadhaar())
                : gateway.verify(
                        SampleValues.anyProof(FeignAcmeProvider.ID, ProviderCall.VERIFY_CODE),
                        SampleValues.anyReference(),
                        Canary.DEFAULT.otpCode());
    }

    @Override
    public List<String> additionalCalls(String call) {
        return ownCalls();
    }

    @Override
    public List<String> ownCalls() {
        return List.of(TOKEN);
    }
}
