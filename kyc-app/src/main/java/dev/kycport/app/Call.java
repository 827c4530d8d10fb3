package dev.kycport.app;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.session.KycSession;
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
}
