package dev.kycport.app;

import static java.util.Objects.requireNonNull;

import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.identity.NumberRules;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.Stores;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The door for hosts: every step of a verification, from opening the session to its end. Left means that nothing changed for
 * the person; Right is the new state, pleasant or not, with what there is to tell beside it. Safe for use by many threads,
 * also on the same session: of two steps at the same moment one is told {@code session.busy}.
 *
 * <p>Every step of a session can come to the Left {@code session.unknown}, {@code session.over}, {@code session.wrong-state} or
 * {@code session.busy}. One that asks a provider can come to {@code consent.missing}, {@code consent.expired},
 * {@code consent.withdrawn}, {@code consent.not-covering} or {@code flow.unsupported} before it asks, and to a
 * {@link dev.kycport.domain.failure.ProviderFailure} that changed nothing. What a method says of Left comes on top of these.
 *
 * <p>Every method can throw {@link dev.kycport.ports.StoreUnavailableException} when a store fails; the session is then as it
 * was last stored, and the next step explains it and carries on. Every step throws {@link IllegalStateException} once the
 * service is {@linkplain #close closed}, and {@link NullPointerException} for an argument that is null, before anything is
 * stored.
 */
public final class KycService {

    /** How long a consent holds if the host does not say otherwise. */
    public static final Duration USUAL_CONSENT = Duration.ofHours(1);

    // What a step does with the stores before and after it asks a provider.
    private static final Duration AT_THE_STORES = Duration.ofSeconds(10);

    private final Steps steps = new Steps();
    private final Desk desk;
    private final ConsentDesk consents;
    private final Stores stores;
    private final NumberRules numbers;
    private final OpenSession opening;
    private final AnswerConsent answering;
    private final StartFlow starting;
    private final ReloadCaptcha reloading;
    private final SubmitCaptcha captcha;
    private final ResendCode resending;
    private final SubmitCode code;
    private final TakeUpReturn returning;
    private final CollectDocuments collecting;
    private final CompleteSession completing;
    private final EndSession ending;
    private final WithdrawConsent withdrawing;
    private final SettleDue settling;

    KycService(
            Stores stores,
            ProviderDirectory directory,
            Surroundings surroundings,
            NumberRules numbers,
            Onlookers onlookers) {
        this.stores = stores;
        this.numbers = numbers;
        Reckoning reckoning = new Reckoning(stores.consents(), directory, surroundings);
        this.desk = new Desk(stores.sessions(), directory, surroundings, reckoning, onlookers);
        this.consents = new ConsentDesk(stores.consents(), desk);
        Caller caller = new Caller(desk, consents, onlookers.meter());
        Claims claims = new Claims(stores.pending(), desk);
        CodeSending sending = new CodeSending(desk, caller, claims);
        CaptchaLoading loading = new CaptchaLoading(desk, caller);
        this.opening = new OpenSession(desk, consents);
        this.answering = new AnswerConsent(desk, consents);
        this.starting = new StartFlow(desk, consents, caller, sending, loading);
        this.reloading = new ReloadCaptcha(desk, loading);
        this.captcha = new SubmitCaptcha(desk, caller, claims, loading);
        this.resending = new ResendCode(desk, sending, loading);
        this.code = new SubmitCode(desk, caller);
        this.collecting = new CollectDocuments(desk, caller);
        this.returning = new TakeUpReturn(desk, caller, stores.audit(), collecting);
        this.completing = new CompleteSession(desk);
        this.ending = new EndSession(desk);
        this.withdrawing = new WithdrawConsent(desk, consents, new Opened(stores), ending, onlookers);
        this.settling = new SettleDue(stores.sessions(), desk, reckoning, consents);
    }

    /** Builds a service by hand: name the stores, then the providers. */
    public static KycServiceBuilder with(Stores stores, Surroundings surroundings) {
        return new KycServiceBuilder(stores, surroundings);
    }

    /** The flows for which a provider is configured. */
    public Set<Flow> flows() {
        return desk.directory().flows();
    }

    /** The number a person typed, by the rules of this installation. Left: {@code input.invalid}. */
    public Either<InputRejection, IdentityNumber> number(@Nullable String typed) {
        return IdentityNumber.of(typed, numbers);
    }

    /** Opens a session. Left: {@code flow.unsupported}, or {@code input.invalid} for an unknown provider. */
    public Either<KycFailure, Progress> open(SessionRequest request) {
        requireNonNull(request, "request");
        return steps.take(() -> opening.open(request));
    }

    /** The session as it stands now. Left: {@code session.unknown}. */
    public Either<KycFailure, KycSession> look(SessionId id) {
        return step(id, () -> desk.find(id));
    }

    /** What the person is, or was, asked to agree to, and what they answered. Left: {@code session.unknown}. */
    public Either<KycFailure, Consent> consent(SessionId id) {
        return step(
                id,
                () -> desk.find(id)
                        .flatMap(session -> consents.find(session.dossier().consent())));
    }

    /** Everything that happened in a session, oldest first; empty if there is no such session. */
    public List<AuditEntry> audit(SessionId id) {
        return step(id, () -> stores.audit().entries(id));
    }

    /** Records that the person agreed, for {@link #USUAL_CONSENT}. Left: {@code session.wrong-state} if they answered before. */
    public Either<KycFailure, Progress> giveConsent(SessionId id, ConsentMethod method) {
        return giveConsent(id, method, USUAL_CONSENT);
    }

    /**
     * Records that the person agreed, for that long. Left: {@code input.invalid} for none or more than 365 days,
     * {@code session.wrong-state} if they answered before.
     */
    public Either<KycFailure, Progress> giveConsent(SessionId id, ConsentMethod method, Duration validFor) {
        requireNonNull(method, "method");
        requireNonNull(validFor, "validFor");
        return step(id, () -> answering.give(id, method, validFor));
    }

    /** Records that the person did not agree; the session ends. Left: {@code session.wrong-state} if they answered before. */
    public Either<KycFailure, Progress> declineConsent(SessionId id) {
        return step(id, () -> answering.decline(id));
    }

    /** Starts the captcha flow: the first image. Asks a provider. */
    public Either<KycFailure, Progress> startCaptcha(SessionId id) {
        return step(id, () -> starting.captcha(id));
    }

    /**
     * Starts the direct flow: a code goes to the mobile linked to the number. Asks a provider. Left: {@code otp.resend-too-soon}
     * if another session has a code on its way there, {@code input.invalid} for a virtual id that no provider of the route takes.
     */
    public Either<KycFailure, Progress> startDirect(SessionId id, IdentityNumber number) {
        requireNonNull(number, "number");
        return step(id, () -> starting.code(id, number));
    }

    /**
     * Starts the DigiLocker flow: an offer to authorise the release of these documents. Asks a provider. Left:
     * {@code input.invalid} if none is named.
     */
    public Either<KycFailure, Progress> startDigiLocker(SessionId id, RedirectUrl back, Set<DocumentType> documents) {
        requireNonNull(back, "back");
        requireNonNull(documents, "documents");
        return step(id, () -> starting.authorization(id, back, documents));
    }

    /** Fetches another captcha image, which costs one of the refreshes. Asks a provider. Left: {@code captcha.spent}. */
    public Either<KycFailure, Progress> reloadCaptcha(SessionId id) {
        return step(id, () -> reloading.reload(id));
    }

    /**
     * Submits number and captcha answer: a code goes to the linked mobile if the answer is right. Asks a provider. Left:
     * {@code captcha.expired}, {@code otp.resend-too-soon} if another session has a code on its way there, {@code input.invalid}
     * for a virtual id that the provider does not take.
     */
    public Either<KycFailure, Progress> submitCaptcha(SessionId id, IdentityNumber number, CaptchaAnswer answer) {
        requireNonNull(number, "number");
        requireNonNull(answer, "answer");
        return step(id, () -> captcha.submit(id, number, answer));
    }

    /**
     * Has another code sent in the direct flow, which needs the number again. Asks a provider. Left:
     * {@code otp.resend-too-soon}, {@code otp.in-doubt} if it is too soon after a send of unknown outcome,
     * {@code otp.resends-used}, {@code input.invalid} for a virtual id that the provider does not take.
     */
    public Either<KycFailure, Progress> resend(SessionId id, IdentityNumber number) {
        requireNonNull(number, "number");
        return step(id, () -> resending.resend(id, Optional.of(number)));
    }

    /**
     * Has another code sent in the captcha flow: a fresh captcha comes first. Asks a provider. Left:
     * {@code otp.resend-too-soon}, {@code otp.in-doubt} if it is too soon after a send of unknown outcome,
     * {@code otp.resends-used}, {@code input.invalid} in the direct flow, where the number is needed.
     */
    public Either<KycFailure, Progress> resend(SessionId id) {
        return step(id, () -> resending.resend(id, Optional.empty()));
    }

    /**
     * Submits a code; the attempt is spent before the provider is asked. Left: {@code otp.expired}; {@code otp.in-doubt}, or
     * {@code otp.resends-used} where no other can be asked for, if nobody knows whether a code went out.
     */
    public Either<KycFailure, Progress> submitCode(SessionId id, OtpCode submitted) {
        requireNonNull(submitted, "submitted");
        return step(id, () -> code.submit(id, submitted));
    }

    /**
     * Takes up the person's return from DigiLocker and collects what they shared. Asks a provider. Left: {@code input.invalid}
     * for a URL that is no return, {@code authorization.foreign}, {@code authorization.expired}.
     */
    public Either<KycFailure, Progress> takeUpReturn(SessionId id, ReturnUrl url) {
        requireNonNull(url, "url");
        return step(id, () -> returning.take(id, url));
    }

    /**
     * Collects again what the person shared, after collecting failed. Asks a provider. Whose documents they are one may tell only
     * when the return is taken up, and that is kept nowhere: without an Aadhaar among them the session then ends with
     * {@code provider.session-lost}, and the person starts again.
     */
    public Either<KycFailure, Progress> collect(SessionId id) {
        return step(id, () -> collecting.collect(id));
    }

    /**
     * Erases the identity, because the host has it in its own records by now; the assurance stays. Look and complete are two
     * steps on purpose: were the identity handed out and erased in one, an answer lost on the way would lose it. So save what
     * {@link #look} shows first and complete then, as often as it takes: a completed session answers Right. Left:
     * {@code session.wrong-state} if nobody is verified yet, {@code session.over} if the session ended, the consent withdrawn.
     */
    public Either<KycFailure, Progress> complete(SessionId id) {
        return step(id, () -> completing.complete(id));
    }

    /** Ends the session because the person or the host wants to stop. Left: {@code session.over} if it is verified already. */
    public Either<KycFailure, Progress> cancel(SessionId id) {
        return step(id, () -> ending.cancel(id));
    }

    /**
     * Takes the consent back: no further call is made, and an identity kept under it is erased. Left: {@code consent.missing} if
     * nothing was given.
     */
    public Either<KycFailure, Progress> withdrawConsent(SessionId id) {
        return step(id, () -> withdrawing.of(id));
    }

    /**
     * Takes that consent back, whatever is left of its sessions: if they were purged, the ledger alone says so. A store in memory
     * finds only sessions that the consent was used for; any other makes no call either, and ends when it is settled. Left:
     * {@code consent.missing} if nothing was given.
     */
    public Either<KycFailure, WithdrawnConsent> withdrawConsent(ConsentId id) {
        requireNonNull(id, "id");
        return steps.take(() -> withdrawing.of(id));
    }

    /**
     * Takes back every consent of that person under which a call could still be made or an identity is kept. Left:
     * {@code consent.missing} if there is none, or if the store is one in memory, which does not list a person's consents.
     */
    public Either<KycFailure, List<WithdrawnConsent>> withdrawConsents(SubjectRef person) {
        requireNonNull(person, "person");
        return steps.take(() -> withdrawing.of(person));
    }

    /**
     * Takes no further step, and waits for those under way, so that what a provider says is on record before the stores are
     * closed: twice as long as the most patient provider may take, and ten seconds more. May be called more than once.
     * {@link dev.kycport.app.wiring.KycPort#close} does so by itself; a host that builds the service by hand calls this before
     * it closes its stores.
     */
    public void close() {
        // No step asks a provider to the end of its patience more than twice.
        steps.close(desk.directory().longestPatience().multipliedBy(2).plus(AT_THE_STORES));
    }

    /**
     * Settles every session that is due, though nobody looks at it: ends what is too old, accounts for calls whose outcome was
     * lost, erases identities that were kept long enough, and ends sessions whose consent was withdrawn by a process that died
     * before it came to them. {@link dev.kycport.app.wiring.KycPort} does so by itself; a host that builds the service by hand
     * calls this at start-up and then every half minute or so, from one thread a process. Several processes can do it at once.
     */
    public Settled settleDue() {
        return steps.take(settling::settle);
    }

    private <T> T step(SessionId id, Supplier<T> step) {
        requireNonNull(id, "id");
        return steps.take(() -> LogContext.within(id, step));
    }
}
