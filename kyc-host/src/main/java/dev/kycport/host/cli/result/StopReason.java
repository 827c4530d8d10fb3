package dev.kycport.host.cli.result;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.host.cli.context.ExitStatus;
import java.util.Optional;

/**
 * Why a run stopped before its session ended.
 *
 * @param failure the failure; empty if the person left
 */
public record StopReason(Optional<KycFailure> failure, ExitStatus status) {

    /** An option is invalid or missing. */
    public static StopReason usage(KycFailure rejection) {
        return new StopReason(Optional.of(rejection), ExitStatus.USAGE);
    }

    public static StopReason failed(KycFailure failure) {
        return new StopReason(Optional.of(failure), ExitStatus.of(failure));
    }

    public static StopReason cancelled() {
        return new StopReason(Optional.empty(), ExitStatus.NEGATIVE);
    }
}
