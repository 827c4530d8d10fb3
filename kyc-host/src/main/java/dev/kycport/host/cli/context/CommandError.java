package dev.kycport.host.cli.context;

import dev.kycport.domain.failure.KycFailure;

/** Says why a command did not do what it was asked, in one line. */
public final class CommandError {

    private CommandError() {}

    /** What was given cannot be used. */
    public static ExitStatus usage(KycFailure failure, CliContext cliContext) {
        cliContext.err().message(failure.summary());
        return ExitStatus.USAGE;
    }

    /** What was given is right, and the answer is no. */
    public static ExitStatus rejected(KycFailure failure, CliContext cliContext) {
        cliContext.err().message(failure.summary());
        return ExitStatus.of(failure);
    }

    public static ExitStatus unknownName(CliContext cliContext) {
        cliContext.err().message("no session, no consent and nobody is known by that name here");
        return ExitStatus.NEGATIVE;
    }

    public static ExitStatus unknownSubject(CliContext cliContext) {
        cliContext.err().message("nobody of that name was ever asked for consent here");
        return ExitStatus.NEGATIVE;
    }
}
