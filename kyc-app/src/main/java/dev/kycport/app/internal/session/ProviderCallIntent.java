package dev.kycport.app.internal.session;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.ports.observe.ProviderCallMetrics;
import dev.kycport.ports.store.StepWrites;
import java.time.Duration;
import java.util.Optional;

/**
 * A call that is about to be made for a session.
 *
 * @param before the session as stored
 * @param inFlight the session while the provider is asked
 * @param reservation of the number that a code is sent to
 */
public record ProviderCallIntent(
        ProviderCall kind, KycSession.Live before, KycSession.Live inFlight, Optional<StepWrites.Reserve> reservation) {

    public static ProviderCallIntent of(ProviderCall kind, KycSession.Live before, KycSession.Live inFlight) {
        return new ProviderCallIntent(kind, before, inFlight, Optional.empty());
    }

    public ProviderCallIntent with(StepWrites.Reserve number) {
        return new ProviderCallIntent(kind, before, inFlight, Optional.of(number));
    }

    /** The number that the call concerns, masked. */
    Optional<MaskedNumber> number() {
        return reservation.map(reserved -> reserved.number().masked());
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
