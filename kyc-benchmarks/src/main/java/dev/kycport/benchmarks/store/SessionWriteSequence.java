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
import dev.kycport.ports.store.StepWrites;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one direct-OTP session writes until the person is verified, half-step by half-step, as the application does. */
final class SessionWriteSequence {

    private static final ProviderId PROVIDER = new ProviderId("deepvue");
    private static final Purpose PURPOSE = new Purpose("opening an account");
    private static final ConsentNotice NOTICE = new ConsentNotice(
            "account-opening v3",
            "en-IN",
            "To open your account we ask UIDAI, through our partner, for your name, date of birth, gender, address and photograph.");
    private static final Set<String> ITEMS =
            Set.of("name", "date of birth", "gender", "address", "photograph", "masked Aadhaar number");

    private final List<StepWrites> writes = new ArrayList<>();
    private final Instant now;
    private int nextPosition;

    /** Those of a session with these ids of 16 bytes each. */
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

    List<StepWrites> writes() {
        return writes;
    }

    private void addWrites(SessionHeader header, ConsentTerms terms) {
        KycSession.Opened opened = KycSession.open(header);
        StepWrites opening = StepWrites.create(
                SessionSnapshot.of(opened), List.of(entry(AuditEntry.Kind.STEP, opened, opened, Optional.empty())));
        writes.add(opening.with(new ConsentEvent.WasAsked(header.consent(), now, terms), nextPosition++));
        Consent.Given given =
                Consent.ask(header.consent(), terms, now).give(ConsentMethod.BUTTON, Duration.ofHours(1), now);
        KycSession.Consented consented = opened.giveConsent(given);
        writes.add(replace(AuditEntry.Kind.STEP, opened, consented, Optional.empty())
                .with(
                        new ConsentEvent.WasGiven(header.consent(), now, ConsentMethod.BUTTON, Duration.ofHours(1)),
                        nextPosition++));
        addOtpWrites(consented);
    }

    private void addOtpWrites(KycSession.Consented consented) {
        var requested = consented.requestCode(OtpPolicy.DEFAULT, now).get();
        addIntent(consented, requested, ProviderCall.SEND_CODE);
        var awaiting = requested.with(
                requested.otp().sent(new ProviderReference("0123456789abcdef01234567"), OtpPolicy.DEFAULT, now));
        addOutcome(requested, awaiting, ProviderCall.SEND_CODE);
        var verifying = awaiting.submit(now).get();
        addIntent(awaiting, verifying, ProviderCall.VERIFY_CODE);
        var verified = verifying.verify(verifying.otp().right(), identity(), SessionPolicy.DEFAULT, now);
        addOutcome(verifying, verified, ProviderCall.VERIFY_CODE);
    }

    private void addIntent(KycSession from, KycSession to, ProviderCall call) {
        writes.add(replace(AuditEntry.Kind.INTENT, from, to, Optional.of(call))
                .with(use(from.header(), call), nextPosition++));
    }

    private void addOutcome(KycSession from, KycSession to, ProviderCall call) {
        writes.add(replace(AuditEntry.Kind.OUTCOME, from, to, Optional.of(call)));
    }

    private StepWrites replace(AuditEntry.Kind kind, KycSession from, KycSession to, Optional<ProviderCall> call) {
        return StepWrites.replace(
                from.header().revision(), SessionSnapshot.of(to), List.of(entry(kind, from, to, call)));
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
}
