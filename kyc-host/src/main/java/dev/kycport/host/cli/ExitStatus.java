package dev.kycport.host.cli;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.Report;
import dev.kycport.domain.session.KycSession;
import java.util.Optional;

/** What the command tells the shell. */
enum ExitStatus {
    /** Verified, or whatever else was asked for was found or done. */
    FINE(0),
    /** A verdict or a rejection. */
    NEGATIVE(1),
    /** What was asked for, or the installation, cannot be used. */
    USAGE(2),
    PROVIDER_FAILURE(3);

    private final int number;

    ExitStatus(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The status of a session that goes no further. */
    static ExitStatus of(KycSession session, Optional<Report> report) {
        return session instanceof KycSession.Verified
                ? FINE
                : report.map(ExitStatus::of).orElse(NEGATIVE);
    }

    static ExitStatus of(Report report) {
        return report instanceof ProviderFailure ? PROVIDER_FAILURE : NEGATIVE;
    }
}
