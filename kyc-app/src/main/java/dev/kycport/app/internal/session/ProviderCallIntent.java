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
 * @param before the session on record
 * @param intent the session with the call under way
 * @param number the number concerned, masked
 */
public record ProviderCallIntent(
        ProviderCall kind, KycSession.Live before, KycSession.Live intent, Optional<MaskedNumber> number) {

    public static ProviderCallIntent of(ProviderCall kind, KycSession.Live before, KycSession.Live intent) {
        return new ProviderCallIntent(kind, before, intent, Optional.empty());
    }

    public ProviderCallIntent withNumber(IdentityNumber of) {
        return new ProviderCallIntent(kind, before, intent, Optional.of(of.masked()));
    }

    /** How the call is counted; a clock that was set back in the meantime makes it short. */
    public ProviderCallMetrics metrics(CallOutcome callOutcome, Duration took) {
        SessionHeader sessionHeader = before.header();
        return new ProviderCallMetrics(
                sessionHeader.provider(),
                sessionHeader.flow(),
                kind,
                callOutcome.report().map(StepReport::code).orElse(ProviderCallMetrics.OK),
                took.isNegative() ? Duration.ZERO : took);
    }
}
