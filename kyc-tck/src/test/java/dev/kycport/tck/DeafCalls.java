package dev.kycport.tck;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.KycProvider;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An adapter that listens to nobody: whatever happens, it blames the clock, and quotes the code to do so. */
final class DeafCalls implements VendorCalls {

    @Override
    public String vendor() {
        return "toy";
    }

    @Override
    public VendorFields fields() {
        return new VendorFields("id", "status", "text", "person", "name", "photo");
    }

    @Override
    public KycProvider open(VendorLink link) {
        return new KycProvider() {
            @Override
            public ProviderId id() {
                return Sample.anyProvider();
            }

            @Override
            public Duration patience() {
                return Duration.ZERO;
            }
        };
    }

    @Override
    public List<String> calls() {
        return List.of("send", "verify");
    }

    @Override
    public String verifying() {
        return "verify";
    }

    @Override
    public String path(String call) {
        return "/" + call;
    }

    @Override
    public Either<ProviderFailure, ?> ask(KycProvider adapter, String call) {
        return Either.left(new ProviderFailure.TimedOut(
                new VendorTrace(adapter.id(), Optional.of(Canary.USUAL.otp()), Optional.empty(), OptionalInt.empty())));
    }
}
