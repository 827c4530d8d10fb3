package dev.kycport.host.cli.context;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.session.KycSession;
import java.util.Optional;

/** The exit statuses of every command. */
public enum ExitStatus {
    /** Verified; of other commands: done. */
    OK(0),
    /** A verdict or a rejection. */
    NEGATIVE(1),
    /** The arguments or the installation are invalid. */
    USAGE(2),
    /** A provider failed. */
    PROVIDER_FAILURE(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The status for a session at the end of a run. */
    public static ExitStatus of(KycSession session, Optional<StepReport> report) {
        return session instanceof KycSession.Verified
                ? OK
                : report.map(ExitStatus::of).orElse(NEGATIVE);
    }

    public static ExitStatus of(StepReport report) {
        return report instanceof ProviderFailure ? PROVIDER_FAILURE : NEGATIVE;
    }
}
