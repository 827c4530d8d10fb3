package ${package};

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

/** ${prefix}'s calls by the names that {@code replies.jsonl} uses. */
final class ${prefix}HttpCalls implements VendorHttpCalls {

    private static final String SEND = "send-otp";
    private static final String VERIFY = "verify-otp";
    private static final String TOKEN = "token";

    @Override
    public String vendor() {
        return "${vendor}";
    }

    // TODO: the same field names as in ${prefix}Replies.
    @Override
    public ReplyFieldNames fields() {
        return new ReplyFieldNames("transaction_id", "code", "message", "person", "name", "photo");
    }

    @Override
    public List<IdentityReply> identityReplies() {
        return List.of(new IdentityReply(
                VERIFY, "/person/name", "/person/date_of_birth", "/person/photo", "/person/address"));
    }

    // TODO: the same paths as in ${prefix}Api.
    @Override
    public String path(String call) {
        return switch (call) {
            case SEND -> "/otp";
            case VERIFY -> "/otp/verify";
            default -> "/token";
        };
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
        return ${prefix}ProviderFactory.create(
                new ${prefix}Config(http, Canary.DEFAULT.id(), Canary.DEFAULT.secret()), clock);
    }

    @Override
    public List<String> calls() {
        return List.of(SEND, VERIFY);
    }

    @Override
    public String verifyCall() {
        return VERIFY;
    }

    @Override
    public Either<ProviderFailure, ?> invoke(KycProvider provider, String call) {
        DirectOtpGateway gateway = provider.directOtp().orElseThrow();
        return call.equals(SEND)
                ? gateway.send(
                        SampleValues.anyProof(${prefix}ProviderFactory.ID, ProviderCall.SEND_CODE),
                        Canary.DEFAULT.aadhaar())
                : gateway.verify(
                        SampleValues.anyProof(${prefix}ProviderFactory.ID, ProviderCall.VERIFY_CODE),
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
