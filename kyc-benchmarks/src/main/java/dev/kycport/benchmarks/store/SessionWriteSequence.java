package dev.kycport.benchmarks.store;

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
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionPolicy;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The writes of one direct-OTP session, in the order of the application. */
final class SessionWriteSequence {

    private static final ProviderId PROVIDER = new ProviderId("deepvue");
    private static final Purpose PURPOSE = new Purpose("opening an account");
    private static final ConsentNotice NOTICE = new ConsentNotice(
            "account-opening v3",
            "en-IN",
            "To open your account we ask UIDAI, through our partner, for your name, date of birth, gender, address and photograph.");
    private static final Set<String> ITEMS =
            Set.of("name", "date of birth", "gender", "address", "photograph", "masked Aadhaar number");

    private final List<Write> writes = new ArrayList<>();
    private final Instant now;
    private int nextPosition;

    /** The writes of a session with these ids of 16 bytes each. */
    SessionWriteSequence(byte[] session, byte[] consent, Instant now) {
        this.now = now;
        ConsentId id = ConsentId.of(consent);
        SubjectRef subject = new SubjectRef("customer-" + id.value());
        ConsentTerms terms = new ConsentTerms(NOTICE, PURPOSE, ITEMS, Set.of(PROVIDER), subject);
        SessionHeader header = new SessionHeader(
                SessionId.of(session),
                Flow.DIRECT_OTP,
                PROVIDER,
                subject,
                id,
                PURPOSE,
                now,
                now.plus(Duration.ofMinutes(30)),
                0);
        addWrites(header, terms);
    }

    List<Write> writes() {
        return writes;
    }

    private void addWrites(SessionHeader header, ConsentTerms terms) {
        addConsentEvent(new ConsentEvent.WasAsked(header.consent(), now, terms));
        KycSession.Opened opened = KycSession.open(header);
        writes.add(new CreateSession(
                SessionSnapshot.of(opened), entry(AuditEntry.Kind.STEP, opened, opened, Optional.empty())));
        Consent.Given given =
                Consent.ask(header.consent(), terms, now).give(ConsentMethod.BUTTON, Duration.ofHours(1), now);
        addConsentEvent(new ConsentEvent.WasGiven(header.consent(), now, ConsentMethod.BUTTON, Duration.ofHours(1)));
        KycSession.Consented consented = opened.giveConsent(given);
        addReplace(AuditEntry.Kind.STEP, opened, consented, Optional.empty());
        addOtpWrites(consented);
    }

    private void addOtpWrites(KycSession.Consented consented) {
        addConsentEvent(use(consented.header(), ProviderCall.SEND_CODE));
        var requested = consented.requestCode(OtpPolicy.DEFAULT, now).get();
        addReplace(AuditEntry.Kind.INTENT, consented, requested, Optional.of(ProviderCall.SEND_CODE));
        var awaiting = requested.with(
                requested.otp().sent(new ProviderReference("0123456789abcdef01234567"), OtpPolicy.DEFAULT, now));
        addReplace(AuditEntry.Kind.OUTCOME, requested, awaiting, Optional.of(ProviderCall.SEND_CODE));
        addConsentEvent(use(consented.header(), ProviderCall.VERIFY_CODE));
        var verifying = awaiting.submit(now).get();
        addReplace(AuditEntry.Kind.INTENT, awaiting, verifying, Optional.of(ProviderCall.VERIFY_CODE));
        var verified = verifying.verify(verifying.otp().right(), identity(), SessionPolicy.DEFAULT, now);
        addReplace(AuditEntry.Kind.OUTCOME, verifying, verified, Optional.of(ProviderCall.VERIFY_CODE));
    }

    private void addConsentEvent(ConsentEvent event) {
        writes.add(new AppendConsentEvent(event, nextPosition++));
    }

    private void addReplace(AuditEntry.Kind kind, KycSession from, KycSession to, Optional<ProviderCall> call) {
        writes.add(new ReplaceSession(from.header().revision(), SessionSnapshot.of(to), entry(kind, from, to, call)));
    }

    private ConsentEvent use(SessionHeader header, ProviderCall call) {
        return new ConsentEvent.WasUsed(
                header.consent(), now, new ConsentUse(header.id(), header.subject(), PURPOSE, PROVIDER, call));
    }

    private AuditEntry entry(AuditEntry.Kind kind, KycSession from, KycSession to, Optional<ProviderCall> call) {
        return new AuditEntry(
                from.id(),
                now,
                kind,
                from.state(),
                to.state(),
                PROVIDER,
                call,
                Optional.empty(),
                Optional.empty(),
                call.map(unused -> MaskedNumber.ofAadhaar("7058")));
    }

    private VerifiedIdentity identity() {
        return new VerifiedIdentity(
                "Asha Test Rao",
                BirthDate.ofDate(LocalDate.of(1990, 2, 1)),
                Gender.FEMALE,
                Address.UNKNOWN,
                Optional.empty(),
                Optional.of(MaskedNumber.ofAadhaar("7058")),
                List.of(),
                new Assurance(Flow.DIRECT_OTP, PROVIDER, now));
    }

    /** One write. */
    sealed interface Write {

        void apply(Stores stores);
    }

    /** Appends an event to the chain of the consent. */
    record AppendConsentEvent(ConsentEvent event, int position) implements Write {

        @Override
        public void apply(Stores stores) {
            stores.consents().append(event, position).get();
        }
    }

    /** Stores the first state of the session. */
    record CreateSession(SessionSnapshot session, AuditEntry entry) implements Write {

        @Override
        public void apply(Stores stores) {
            stores.sessions().create(session, List.of(entry)).get();
        }
    }

    /** Stores the next state of the session. */
    record ReplaceSession(long expected, SessionSnapshot next, AuditEntry entry) implements Write {

        @Override
        public void apply(Stores stores) {
            stores.sessions().replace(expected, next, List.of(entry)).get();
        }
    }
}
