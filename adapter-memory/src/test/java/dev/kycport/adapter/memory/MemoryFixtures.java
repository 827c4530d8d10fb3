package dev.kycport.adapter.memory;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.identity.AadhaarValidation;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.tck.concurrency.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Invented sessions, consents and audit entries, each known by a number. */
final class MemoryFixtures {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final Duration LIFE = Duration.ofMinutes(30);

    private static final ProviderId PROVIDER = new ProviderId("fake");
    private static final Purpose PURPOSE = new Purpose("opening an account");
    private static final SubjectRef SUBJECT = new SubjectRef("customer-7");

    private MemoryFixtures() {}

    static SessionId session(int number) {
        return SessionId.of(sixteenBytes(number));
    }

    static ConsentId consent(int number) {
        return ConsentId.of(sixteenBytes(number));
    }

    static ConsentEvent asked(int consent) {
        ConsentNotice notice = new ConsentNotice("account-opening v3", "en-IN", "We will ask UIDAI for your name.");
        ConsentTerms terms = new ConsentTerms(notice, PURPOSE, Set.of("name"), Set.of(PROVIDER), SUBJECT);
        return new ConsentEvent.WasAsked(consent(consent), NOW, terms);
    }

    static ConsentEvent given(int consent) {
        return new ConsentEvent.WasGiven(consent(consent), NOW, ConsentMethod.CHECKBOX, Duration.ofHours(1));
    }

    static IdentityNumber number(String digits) {
        return IdentityNumber.parseNumber(digits, AadhaarValidation.STRICT).get();
    }

    static SessionSnapshot opened(int session) {
        return opened(session, NOW);
    }

    static SessionSnapshot opened(int session, Instant at) {
        return SessionSnapshot.of(KycSession.open(header(session, at, 0)));
    }

    /** The session after so many moves, still live. */
    static SessionSnapshot revision(int session, long revision) {
        return SessionSnapshot.of(KycSession.open(header(session, NOW, revision)));
    }

    static SessionSnapshot ended(int session) {
        return SessionSnapshot.of(KycSession.open(header(session, NOW, 0)).end(EndReason.CANCELLED));
    }

    static AuditEntry entry(int session) {
        return new AuditEntry(
                session(session),
                NOW,
                AuditEntry.Kind.STEP,
                SessionState.OPENED,
                SessionState.OPENED,
                PROVIDER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** How many of so many threads, which start together, succeed. */
    static long winners(int threads, BooleanSupplier attempt) {
        return Race.run(threads, thread -> attempt.getAsBoolean()).stream()
                .filter(won -> won)
                .count();
    }

    private static byte[] sixteenBytes(int number) {
        byte[] bytes = new byte[SessionId.BYTES];
        bytes[0] = (byte) (number >> 8);
        bytes[1] = (byte) number;
        return bytes;
    }

    private static SessionHeader header(int session, Instant at, long revision) {
        return new SessionHeader(
                session(session), Flow.DIRECT_OTP, PROVIDER, SUBJECT, consent(1), PURPOSE, at, at.plus(LIFE), revision);
    }
}
