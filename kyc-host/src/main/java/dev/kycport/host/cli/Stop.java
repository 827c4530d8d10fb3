package dev.kycport.host.cli;

import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import java.util.Optional;

/**
 * Why a conversation goes no further although its session could.
 *
 * @param failure what was in the way; empty if the person has left
 */
record Stop(Optional<KycFailure> failure, ExitStatus status) {

    /** What was given on the command line cannot be used, or too little was given. */
    static Stop usage(InputRejection rejection) {
        return new Stop(Optional.of(rejection), ExitStatus.USAGE);
    }

    static Stop because(KycFailure failure) {
        return new Stop(Optional.of(failure), ExitStatus.of(failure));
    }

    static Stop left() {
        return new Stop(Optional.empty(), ExitStatus.NEGATIVE);
    }
}
