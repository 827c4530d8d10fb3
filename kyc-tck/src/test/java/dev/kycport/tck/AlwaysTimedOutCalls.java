package dev.kycport.tck;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.http.IdentityReply;
import dev.kycport.tck.http.ReplyFieldNames;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An adapter that answers every call with a time-out whose trace quotes the code. */
final class AlwaysTimedOutCalls implements VendorHttpCalls {

    @Override
    public String vendor() {
        return "toy";
    }

    @Override
    public ReplyFieldNames fields() {
        return new ReplyFieldNames("id", "status", "text", "person", "name", "photo");
    }

    @Override
    public KycProvider open(VendorEndpoint link) {
        return new KycProvider() {
            @Override
            public ProviderId id() {
                return SampleValues.anyProvider();
            }

            @Override
            public Duration callTimeout() {
                return Duration.ZERO;
            }
        };
    }

    @Override
    public List<String> calls() {
        return List.of("send", "verify");
    }

    @Override
    public String verifyCall() {
        return "verify";
    }

    @Override
    public List<IdentityReply> identityReplies() {
        return List.of(new IdentityReply("verify", "/person/name", "/person/born", "/person/photo", "/person/address"));
    }

    @Override
    public String path(String call) {
        return "/" + call;
    }

    @Override
    public Either<ProviderFailure, ?> invoke(KycProvider adapter, String call) {
        return Either.left(ProviderFailure.timedOut(new VendorTrace(
                adapter.id(), Optional.of(Canary.DEFAULT.otp()), Optional.empty(), OptionalInt.empty())));
    }
}
