package dev.kycport.app;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.Report;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.CallMade;
import java.time.Duration;
import java.util.Optional;

/**
 * A call that is about to be made for a session.
 *
 * @param before the session on record
 * @param intent the session with the call under way
 * @param number the number concerned, masked
 */
record Call(ProviderCall kind, KycSession.Live before, KycSession.Live intent, Optional<MaskedNumber> number) {

    static Call of(ProviderCall kind, KycSession.Live before, KycSession.Live intent) {
        return new Call(kind, before, intent, Optional.empty());
    }

    Call about(IdentityNumber of) {
        return new Call(kind, before, intent, Optional.of(of.masked()));
    }

    /** How the call is counted; a clock that was set back in the meantime makes it short. */
    CallMade made(Outcome outcome, Duration took) {
        Dossier dossier = before.dossier();
        return new CallMade(
                dossier.provider(),
                dossier.flow(),
                kind,
                outcome.report().map(Report::code).orElse(CallMade.OK),
                took.isNegative() ? Duration.ZERO : took);
    }
}
