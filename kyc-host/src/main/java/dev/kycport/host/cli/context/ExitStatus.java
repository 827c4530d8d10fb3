package dev.kycport.host.cli.context;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.session.KycSession;
import java.util.Optional;

/** What the command tells the shell. */
public enum ExitStatus {
    /** Verified, or whatever else was asked for was found or done. */
    OK(0),
    /** A verdict or a rejection. */
    NEGATIVE(1),
    /** What was asked for, or the installation, cannot be used. */
    USAGE(2),
    PROVIDER_FAILURE(3);

    private final int code;

    ExitStatus(int number) {
        this.code = number;
    }

    public int code() {
        return code;
    }

    /** The status of a session that goes no further. */
    public static ExitStatus of(KycSession session, Optional<StepReport> report) {
        return session instanceof KycSession.Verified
                ? OK
                : report.map(ExitStatus::of).orElse(NEGATIVE);
    }

    public static ExitStatus of(StepReport stepReport) {
        return stepReport instanceof ProviderFailure ? PROVIDER_FAILURE : NEGATIVE;
    }
}
