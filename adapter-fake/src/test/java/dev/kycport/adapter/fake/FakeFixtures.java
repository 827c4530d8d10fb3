package dev.kycport.adapter.fake;

import dev.kycport.adapter.memory.InMemoryConsentLedger;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.identity.AadhaarValidation;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.ConsentProof;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Invented values, and the few lines it takes to get at them. */
public final class FakeFixtures {

    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    public static final Duration LIFE = Duration.ofMinutes(30);
    static final String SENT = "999941057058";
    static final String UNKNOWN_REFERENCE = "nobody-gave-this-out";

    private static final Purpose PURPOSE = new Purpose("opening an account");
    private static final SubjectRef SUBJECT = new SubjectRef("customer-7");

    private FakeFixtures() {}

    static KycProvider provider() {
        return provider(FakeConfig.defaults());
    }

    static KycProvider provider(FakeConfig config) {
        return FakeProviderFactory.provider(config, () -> NOW);
    }

    public static SessionId session(int number) {
        byte[] bytes = new byte[SessionId.BYTES];
        bytes[0] = (byte) (number >> 8);
        bytes[1] = (byte) number;
        return SessionId.of(bytes);
    }

    public static ConsentId consent(int number) {
        return ConsentId.of(new byte[] {(byte) (number >> 8), (byte) number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    }

    static ConsentProof proof(ProviderCall call) {
        return proof(session(1), call);
    }

    static ConsentProof proof(SessionId session, ProviderCall call) {
        InMemoryConsentLedger ledger = new InMemoryConsentLedger(1);
        ledger.append(asked(1), 0);
        ledger.append(given(1), 1);
        return ledger.prove(consent(1), new ConsentUse(session, SUBJECT, PURPOSE, FakeProviderFactory.ID, call), NOW)
                .get();
    }

    public static ConsentEvent asked(int consent) {
        ConsentNotice notice = new ConsentNotice("account-opening v3", "en-IN", "We will ask UIDAI for your name.");
        ConsentTerms terms = new ConsentTerms(notice, PURPOSE, Set.of("name"), Set.of(FakeProviderFactory.ID), SUBJECT);
        return new ConsentEvent.WasAsked(consent(consent), NOW, terms);
    }

    public static ConsentEvent given(int consent) {
        return new ConsentEvent.WasGiven(consent(consent), NOW, ConsentMethod.CHECKBOX, Duration.ofHours(1));
    }

    public static IdentityNumber number(String digits) {
        return IdentityNumber.parseNumber(digits, AadhaarValidation.STRICT).get();
    }

    static OtpCode code(String digits) {
        return OtpCode.parse(digits).get();
    }

    static CaptchaAnswer answer(String text) {
        return CaptchaAnswer.parse(text).get();
    }

    static AuthorizationCode grant(String text) {
        return AuthorizationCode.parse(text).get();
    }

    static ReturnUrl returned(String query) {
        return ReturnUrl.parse("https://host.example/back" + query).get();
    }

    static RedirectUrl back() {
        return RedirectUrl.parse("https://host.example/back").get();
    }

    static ProviderReference unknownReference() {
        return new ProviderReference(UNKNOWN_REFERENCE);
    }

    public static SessionSnapshot opened(int session) {
        return opened(session, NOW);
    }

    public static SessionSnapshot opened(int session, Instant at) {
        return SessionSnapshot.of(KycSession.open(dossier(session, at, 0)));
    }

    /** The session as it is after so many moves, still live. */
    public static SessionSnapshot revision(int session, long revision) {
        return SessionSnapshot.of(KycSession.open(dossier(session, NOW, revision)));
    }

    public static SessionSnapshot ended(int session) {
        return SessionSnapshot.of(KycSession.open(dossier(session, NOW, 0)).end(EndReason.CANCELLED));
    }

    public static AuditEntry entry(int session) {
        return new AuditEntry(
                session(session),
                NOW,
                AuditEntry.Kind.STEP,
                SessionState.OPENED,
                SessionState.OPENED,
                FakeProviderFactory.ID,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** How many of so many threads, all let loose at once, came to true. */
    public static long winners(int threads, Callable<Boolean> attempt) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long winners = 0;
            for (Future<Boolean> result : pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> attempt).toList())) {
                winners += result.get() ? 1 : 0;
            }
            return winners;
        } finally {
            pool.shutdown();
        }
    }

    private static SessionHeader dossier(int session, Instant at, long revision) {
        return new SessionHeader(
                session(session),
                Flow.DIRECT_OTP,
                FakeProviderFactory.ID,
                SUBJECT,
                consent(1),
                PURPOSE,
                at,
                at.plus(LIFE),
                revision);
    }
}
