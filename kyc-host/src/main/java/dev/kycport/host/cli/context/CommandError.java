package dev.kycport.host.cli.context;

import dev.kycport.domain.failure.KycFailure;

/** Prints in one line why a command failed. */
public final class CommandError {

    private CommandError() {}

    /** An argument is invalid. */
    public static ExitStatus usage(KycFailure failure, CliContext context) {
        context.err().message(failure.summary());
        return ExitStatus.USAGE;
    }

    /** The arguments are valid, but the step was rejected or failed. */
    public static ExitStatus rejected(KycFailure failure, CliContext context) {
        context.err().message(failure.summary());
        return ExitStatus.of(failure);
    }

    public static ExitStatus unknownName(CliContext context) {
        context.err().message("no session, consent or subject has this name");
        return ExitStatus.NEGATIVE;
    }

    public static ExitStatus unknownSubject(CliContext context) {
        context.err().message("no consent is recorded for this subject");
        return ExitStatus.NEGATIVE;
    }
}
