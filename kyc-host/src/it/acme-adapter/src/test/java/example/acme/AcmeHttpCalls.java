package example.acme;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.KycProvider;
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
final class AcmeHttpCalls implements VendorHttpCalls {

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
        AcmeHttpClient http = new AcmeHttpClient(endpoint.url(), endpoint.readTimeout());
        AcmeTokenSource tokens =
                new AcmeTokenSource(http, Canary.DEFAULT.id(), Canary.DEFAULT.secret(), clock);
        return AcmeProvider.of(endpoint.url(), new AcmeCalls(http, tokens), clock);
    }

    @Override
    public List<String> calls() {
        return List.of("send", "check");
    }

    @Override
    public String verifyCall() {
        return "check";
    }

    @Override
    public String path(String call) {
        return switch (call) {
            case "send" -> "/codes";
            case "check" -> "/codes/check";
            default -> "/token";
        };
    }

    @Override
    public Either<ProviderFailure, ?> invoke(KycProvider acme, String call) {
        DirectOtpGateway gateway = acme.directOtp().orElseThrow();
        return call.equals("send")
                ? gateway.send(
                        SampleValues.anyProof(AcmeProviderFactory.ID, ProviderCall.SEND_CODE),
                        Canary.DEFAULT.aadhaar())
                : gateway.verify(
                        SampleValues.anyProof(AcmeProviderFactory.ID, ProviderCall.VERIFY_CODE),
                        SampleValues.anyReference(),
                        Canary.DEFAULT.otpCode());
    }

    @Override
    public List<String> additionalCalls(String call) {
        return ownCalls();
    }

    @Override
    public List<String> ownCalls() {
        return List.of("token");
    }
}
