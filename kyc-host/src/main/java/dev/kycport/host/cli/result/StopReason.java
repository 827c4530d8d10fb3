package dev.kycport.host.cli.result;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.host.cli.context.ExitStatus;
import java.util.Optional;

/**
 * Why a conversation goes no further although its session could.
 *
 * @param failure what was in the way; empty if the person has left
 */
public record StopReason(Optional<KycFailure> failure, ExitStatus status) {

    /** What was given on the command line cannot be used, or too little was given. */
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
