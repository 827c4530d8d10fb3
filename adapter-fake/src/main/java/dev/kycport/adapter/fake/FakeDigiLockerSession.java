package dev.kycport.adapter.fake;

import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.identity.DocumentType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The provider's side of a DigiLocker session: what was asked for, and what the person shared once they came back. */
final class FakeDigiLockerSession {

    private final Set<DocumentType> asked;
    private Optional<Set<DocumentType>> shared = Optional.empty();

    FakeDigiLockerSession(Set<DocumentType> asked) {
        this.asked = Set.copyOf(asked);
    }

    /** Whether DigiLocker accepts the grant, which it does once. */
    synchronized boolean acceptGrant(AuthorizationCode code) {
        if (shared.isPresent()) {
            return false;
        }
        shared = switch (code.reveal()) {
            case "granted" -> Optional.of(asked);
            case "empty" -> Optional.of(Set.of());
            default -> Optional.empty();
        };
        return shared.isPresent();
    }

    /** Those of these documents that the person shared; nothing before a grant was taken up. */
    synchronized Optional<Set<DocumentType>> shared(Set<DocumentType> wanted) {
        return shared.map(all -> {
            Set<DocumentType> both = EnumSet.noneOf(DocumentType.class);
            both.addAll(all);
            both.retainAll(wanted);
            return both;
        });
    }
}
