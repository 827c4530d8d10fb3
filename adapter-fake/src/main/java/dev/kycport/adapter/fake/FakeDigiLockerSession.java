package dev.kycport.adapter.fake;

import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.identity.DocumentType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The provider's side of a DigiLocker session: what was asked for, and what the person shared once they came back. */
final class FakeDigiLockerSession {

    private static final Pattern PLUS = Pattern.compile("\\+");

    /** In its reference: what was asked for. */
    static final ReferenceCache.Form<FakeDigiLockerSession> FORM =
            new ReferenceCache.Form<>("offer", FakeDigiLockerSession::write, FakeDigiLockerSession::read);

    private final Set<DocumentType> asked;
    private final boolean restored;
    private Optional<Set<DocumentType>> shared = Optional.empty();

    FakeDigiLockerSession(Set<DocumentType> asked) {
        this(asked, false);
    }

    private FakeDigiLockerSession(Set<DocumentType> asked, boolean restored) {
        this.asked = Set.copyOf(asked);
        this.restored = restored;
    }

    private static String write(FakeDigiLockerSession session) {
        return session.asked.stream().map(DocumentType::code).sorted().collect(Collectors.joining("+"));
    }

    private static FakeDigiLockerSession read(String text) {
        Set<DocumentType> asked = PLUS.splitAsStream(text)
                .map(DocumentType::fromCode)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new FakeDigiLockerSession(asked, true);
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

    /** Those of these documents that the person shared; nothing before a grant was taken up. After a restart it is all. */
    synchronized Optional<Set<DocumentType>> shared(Set<DocumentType> wanted) {
        if (restored && shared.isEmpty()) {
            shared = Optional.of(asked);
        }
        return shared.map(all -> {
            Set<DocumentType> both = EnumSet.noneOf(DocumentType.class);
            both.addAll(all);
            both.retainAll(wanted);
            return both;
        });
    }
}
