package dev.kycport.host.cli;

import dev.kycport.domain.failure.KycFailure;

/** Says why a command did not do what it was asked, in one line. */
final class Refusal {

    private Refusal() {}

    /** What was given cannot be used. */
    static ExitStatus usage(KycFailure failure, Outside outside) {
        outside.err().message(failure.summary());
        return ExitStatus.USAGE;
    }

    /** What was given is right, and the answer is no. */
    static ExitStatus negative(KycFailure failure, Outside outside) {
        outside.err().message(failure.summary());
        return ExitStatus.of(failure);
    }

    static ExitStatus unknown(Outside outside) {
        outside.err().message("no session, no consent and nobody is known by that name here");
        return ExitStatus.NEGATIVE;
    }

    static ExitStatus nobody(Outside outside) {
        outside.err().message("nobody of that name was ever asked for consent here");
        return ExitStatus.NEGATIVE;
    }
}
