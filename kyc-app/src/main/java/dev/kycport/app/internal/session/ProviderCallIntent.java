package dev.kycport.app.internal.session;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.ports.observe.ProviderCallMetrics;
import java.time.Duration;
import java.util.Optional;

/**
 * A call that is about to be made for a session.
 *
 * @param before the session as stored
 * @param inFlight the session while the provider is asked
 * @param number the number that the call concerns, masked
 */
public record ProviderCallIntent(
        ProviderCall kind, KycSession.Live before, KycSession.Live inFlight, Optional<MaskedNumber> number) {

    public static ProviderCallIntent of(ProviderCall kind, KycSession.Live before, KycSession.Live inFlight) {
        return new ProviderCallIntent(kind, before, inFlight, Optional.empty());
    }

    public ProviderCallIntent withNumber(IdentityNumber of) {
        return new ProviderCallIntent(kind, before, inFlight, Optional.of(of.masked()));
    }

    /** How the call is counted. If the clock was set back meanwhile, it took no time. */
    public ProviderCallMetrics metrics(CallOutcome outcome, Duration took) {
        SessionHeader header = before.header();
        return new ProviderCallMetrics(
                header.provider(),
                header.flow(),
                kind,
                outcome.report().map(StepReport::code).orElse(ProviderCallMetrics.OK),
                took.isNegative() ? Duration.ZERO : took);
    }
}
