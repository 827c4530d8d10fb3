package dev.kycport.host.cli;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.Report;
import dev.kycport.domain.session.KycSession;
import java.util.Optional;

/** What the command tells the shell. */
enum ExitStatus {
    VERIFIED(0),
    /** A verdict or a rejection. */
    NOT_VERIFIED(1),
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
                ? VERIFIED
                : report.map(ExitStatus::of).orElse(NOT_VERIFIED);
    }

    static ExitStatus of(Report report) {
        return report instanceof ProviderFailure ? PROVIDER_FAILURE : NOT_VERIFIED;
    }
}
