package dev.kycport.tck.sample;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.ConsentProof;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Values for tests in which it does not matter which: all invented, all valid, ids different every time. */
public final class SampleValues {

    /** When the samples take place; in microseconds, since that is what databases keep. */
    public static final Instant NOW = Instant.parse("2026-01-15T10:00:00.806427Z");

    /** How long a sample's consent is valid. */
    public static final Duration CONSENT_LIFE = Duration.ofHours(1);

    private static final AtomicLong COUNTER = new AtomicLong();

    private SampleValues() {}

    /** A provider that nobody configures. */
    public static ProviderId anyProvider() {
        return new ProviderId("sample");
    }

    /** A provider's reference in the form that vendors document: eight digits. */
    public static ProviderReference anyReference() {
        return new ProviderReference("90000001");
    }

    /** A session that no other test knows. */
    public static SessionId anySessionId() {
        return SessionId.of(sixteenBytes());
    }

    /** A consent that no other test knows. */
    public static ConsentId anyConsentId() {
        return ConsentId.of(sixteenBytes());
    }

    /** A customer of the host. */
    public static SubjectRef anySubject() {
        return SubjectRef.parse("customer-4711").get();
    }

    /** What the identity is wanted for. */
    public static Purpose anyPurpose() {
        return Purpose.parse("ForKYC").get();
    }

    /** A notice in a script that a store must be able to keep. */
    public static ConsentNotice anyNotice() {
        return ConsentNotice.parse("account-opening v3", "hi-IN", "आपका नाम और फ़ोटो खाता खोलने के लिए लिए जाएँगे।")
                .get();
    }

    /** Terms that name this provider as the only recipient. */
    public static ConsentTerms anyTerms(ProviderId recipient) {
        return new ConsentTerms(
                anyNotice(), anyPurpose(), Set.of("name", "photograph"), Set.of(recipient), anySubject());
    }

    /** A consent as the person gave it to {@link #anyProvider()}. */
    public static Consent.Given anyGivenConsent() {
        return anyGivenConsent(anyConsentId());
    }

    /** A consent of that id as the person gave it to {@link #anyProvider()}. */
    public static Consent.Given anyGivenConsent(ConsentId id) {
        return Consent.ask(id, anyTerms(anyProvider()), NOW).give(ConsentMethod.CHECKBOX, CONSENT_LIFE, NOW);
    }

    /** A use of these terms for that call. */
    public static ConsentUse anyUse(ConsentTerms terms, ProviderCall call) {
        return new ConsentUse(
                anySessionId(),
                terms.subject(),
                terms.purpose(),
                terms.recipients().iterator().next(),
                call);
    }

    /** An empty ledger that keeps its promises and forgets everything with the test. */
    public static ConsentLedger anyLedger() {
        return new MinimalConsentLedger();
    }

    /** Records in that ledger that the person was asked and agreed, at {@link #NOW}. */
    public static ConsentId giveConsent(ConsentLedger ledger, ConsentTerms terms) {
        ConsentId id = anyConsentId();
        ledger.append(new ConsentEvent.WasAsked(id, NOW, terms), 0).get();
        ledger.append(new ConsentEvent.WasGiven(id, NOW, ConsentMethod.CHECKBOX, CONSENT_LIFE), 1)
                .get();
        return id;
    }

    /** A proof for that call of that provider, from a real ledger. */
    public static ConsentProof anyProof(ProviderId provider, ProviderCall call) {
        ConsentLedger ledger = anyLedger();
        ConsentTerms terms = anyTerms(provider);
        return ledger.prove(giveConsent(ledger, terms), anyUse(terms, call), NOW)
                .get();
    }

    /** Where DigiLocker sends the person back to. */
    public static RedirectUrl anyRedirectUrl() {
        return RedirectUrl.parse("https://host.example/kyc/return").get();
    }

    /** All documents that can be asked for. */
    public static Set<DocumentType> everyDocument() {
        return EnumSet.allOf(DocumentType.class);
    }

    /** The first page of a session of that flow. */
    public static SessionHeader anyDossier(Flow flow) {
        return new SessionHeader(
                anySessionId(),
                flow,
                anyProvider(),
                anySubject(),
                anyConsentId(),
                anyPurpose(),
                NOW,
                NOW.plus(Duration.ofMinutes(30)),
                0);
    }

    /** A session that has just been opened. */
    public static SessionSnapshot anySnapshot() {
        return SampleSessions.opened(Flow.DIRECT_OTP);
    }

    /** A session in every state that a store can meet, each of another id. */
    public static List<SessionSnapshot> everySnapshot() {
        return SampleSessions.every();
    }

    /** The next two states of a session that has just been opened. */
    public static List<SessionSnapshot> successorsOf(SessionSnapshot opened) {
        return SampleSessions.successorsOf(opened);
    }

    /** As much of a person as no identity can do without; the same as of {@link #anyIdentity}. */
    public static DocumentHolder anyHolder() {
        VerifiedIdentity person = anyIdentity(Flow.DIGILOCKER);
        return new DocumentHolder(person.name(), person.birthDate(), person.gender());
    }

    /** A person with everything that can be known about one. */
    public static VerifiedIdentity anyIdentity(Flow flow) {
        return SampleSessions.identity(flow);
    }

    /** What to quote to a provider. */
    public static VendorTrace anyTrace() {
        return new VendorTrace(
                anyProvider(),
                Optional.of("0000000000000000000000000abc0014"),
                Optional.of("SOURCE_FAILURE"),
                OptionalInt.of(500));
    }

    /** Something that happened in that session. */
    public static AuditEntry anyEntry(SessionId session) {
        return SampleAuditEntries.any(session);
    }

    /** Entries that between them have every kind, state, call and missing part. */
    public static List<AuditEntry> everyEntry(SessionId session) {
        return SampleAuditEntries.every(session);
    }

    private static byte[] sixteenBytes() {
        return ByteBuffer.allocate(SessionId.BYTES)
                .putLong(0x5a4d504c45L)
                .putLong(COUNTER.incrementAndGet())
                .array();
    }
}
