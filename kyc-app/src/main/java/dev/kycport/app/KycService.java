package dev.kycport.app;

import static java.util.Objects.requireNonNull;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.call.LogContext;
import dev.kycport.app.internal.call.NumberReservations;
import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.consent.SessionLookup;
import dev.kycport.app.internal.maintenance.ReconcileDueSessions;
import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.internal.session.InFlightSteps;
import dev.kycport.app.internal.session.SessionReconciler;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.internal.usecase.AnswerConsent;
import dev.kycport.app.internal.usecase.CompleteSession;
import dev.kycport.app.internal.usecase.EndSession;
import dev.kycport.app.internal.usecase.FetchCaptcha;
import dev.kycport.app.internal.usecase.FetchDocuments;
import dev.kycport.app.internal.usecase.HandleDigiLockerReturn;
import dev.kycport.app.internal.usecase.OpenSession;
import dev.kycport.app.internal.usecase.ReloadCaptcha;
import dev.kycport.app.internal.usecase.ResendCode;
import dev.kycport.app.internal.usecase.SendOtp;
import dev.kycport.app.internal.usecase.StartFlow;
import dev.kycport.app.internal.usecase.SubmitCaptcha;
import dev.kycport.app.internal.usecase.SubmitCode;
import dev.kycport.app.internal.usecase.WithdrawConsent;
import dev.kycport.app.observe.Observers;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.ReconciliationSummary;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.SessionView;
import dev.kycport.app.step.StepResult;
import dev.kycport.app.step.WithdrawnConsent;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.AadhaarValidation;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.Stores;
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
 * <p>Every method can throw {@link dev.kycport.ports.store.StoreUnavailableException} when a store fails; the session is then as it
 * was last stored, and the next step explains it and carries on. Every step throws {@link IllegalStateException} once the
 * service is {@linkplain #close closed}, and {@link NullPointerException} for an argument that is null, before anything is
 * stored.
 */
public final class KycService {

    /** How long a consent holds if the host does not say otherwise. */
    public static final Duration DEFAULT_CONSENT_VALIDITY = Duration.ofHours(1);

    // What a step does with the stores before and after it asks a provider.
    private static final Duration STORE_TIME = Duration.ofSeconds(10);

    private final InFlightSteps inFlightSteps = new InFlightSteps();
    private final SessionRepository sessionRepository;
    private final ConsentService consents;
    private final Stores stores;
    private final AadhaarValidation numbers;
    private final OpenSession openSession;
    private final AnswerConsent answerConsent;
    private final StartFlow startFlow;
    private final ReloadCaptcha reloadCaptcha;
    private final SubmitCaptcha submitCaptcha;
    private final ResendCode resendCode;
    private final SubmitCode submitCode;
    private final HandleDigiLockerReturn handleDigiLockerReturn;
    private final FetchDocuments fetchDocuments;
    private final CompleteSession completeSession;
    private final EndSession endSession;
    private final WithdrawConsent withdrawConsent;
    private final ReconcileDueSessions reconcileDueSessions;

    KycService(
            Stores stores,
            ProviderDirectory directory,
            KycEnvironment kycEnvironment,
            AadhaarValidation numbers,
            Observers observers) {
        this.stores = stores;
        this.numbers = numbers;
        SessionReconciler sessionReconciler = new SessionReconciler(stores.consents(), directory, kycEnvironment);
        this.sessionRepository =
                new SessionRepository(stores.sessions(), directory, kycEnvironment, sessionReconciler, observers);
        this.consents = new ConsentService(stores.consents(), sessionRepository);
        CallExecutor callExecutor = new CallExecutor(sessionRepository, consents, observers.meter());
        NumberReservations numberReservations = new NumberReservations(stores.pendingCodes(), sessionRepository);
        SendOtp sending = new SendOtp(sessionRepository, callExecutor, numberReservations);
        FetchCaptcha loading = new FetchCaptcha(sessionRepository, callExecutor);
        this.openSession = new OpenSession(sessionRepository, consents);
        this.answerConsent = new AnswerConsent(sessionRepository, consents);
        this.startFlow = new StartFlow(sessionRepository, consents, callExecutor, sending, loading);
        this.reloadCaptcha = new ReloadCaptcha(sessionRepository, loading);
        this.submitCaptcha = new SubmitCaptcha(sessionRepository, callExecutor, numberReservations, loading);
        this.resendCode = new ResendCode(sessionRepository, sending, loading);
        this.submitCode = new SubmitCode(sessionRepository, callExecutor);
        this.fetchDocuments = new FetchDocuments(sessionRepository, callExecutor);
        this.handleDigiLockerReturn =
                new HandleDigiLockerReturn(sessionRepository, callExecutor, stores.audit(), fetchDocuments);
        this.completeSession = new CompleteSession(sessionRepository);
        this.endSession = new EndSession(sessionRepository);
        this.withdrawConsent =
                new WithdrawConsent(sessionRepository, consents, new SessionLookup(stores), endSession, observers);
        this.reconcileDueSessions =
                new ReconcileDueSessions(stores.sessions(), sessionRepository, sessionReconciler, consents);
    }

    /** Builds a service by hand: name the stores, then the providers. */
    public static KycServiceBuilder builder(Stores stores, KycEnvironment kycEnvironment) {
        return new KycServiceBuilder(stores, kycEnvironment);
    }

    /** The same steps for hosts that use exceptions: what is Left here is thrown there. */
    public ThrowingKycService throwing() {
        return new ThrowingKycService(this);
    }

    /** The flows for which a provider is configured. */
    public Set<Flow> flows() {
        return sessionRepository.directory().flows();
    }

    /** The number a person typed, by the rules of this installation. Left: {@code input.invalid}. */
    public Either<KycFailure, IdentityNumber> number(@Nullable String text) {
        return IdentityNumber.parseNumber(text, numbers);
    }

    /** Opens a session. Left: {@code flow.unsupported}, or {@code input.invalid} for an unknown provider. */
    public Either<KycFailure, StepResult> open(SessionRequest request) {
        requireNonNull(request, "request");
        return inFlightSteps.run(() -> openSession.open(request));
    }

    /** The session as it stands now. Left: {@code session.unknown}. */
    public Either<KycFailure, KycSession> findSession(SessionId id) {
        return runStep(id, () -> sessionRepository.find(id));
    }

    /**
     * What to show for the session and what can be done next, for a page; docs/session-view.md describes it. Left:
     * {@code session.unknown}.
     */
    public Either<KycFailure, SessionView> view(SessionId id) {
        return runStep(
                id,
                () -> sessionRepository
                        .find(id)
                        .flatMap(session -> consents.find(session.header().consent())
                                .map(consent -> SessionView.of(session, consent, sessionRepository.now())
                                        .withLastReport(lastReport(id)))));
    }

    /** What the person is, or was, asked to agree to, and what they answered. Left: {@code session.unknown}. */
    public Either<KycFailure, Consent> consent(SessionId id) {
        return runStep(
                id,
                () -> sessionRepository
                        .find(id)
                        .flatMap(session -> consents.find(session.header().consent())));
    }

    /** Everything that happened in a session, oldest first; empty if there is no such session. */
    public List<AuditEntry> audit(SessionId id) {
        return runStep(id, () -> stores.audit().entries(id));
    }

    /** Records that the person agreed, for {@link #DEFAULT_CONSENT_VALIDITY}. Left: {@code session.wrong-state} if they answered before. */
    public Either<KycFailure, StepResult> giveConsent(SessionId id, ConsentMethod method) {
        return giveConsent(id, method, DEFAULT_CONSENT_VALIDITY);
    }

    /**
     * Records that the person agreed, for that long. Left: {@code input.invalid} for none or more than 365 days,
     * {@code session.wrong-state} if they answered before.
     */
    public Either<KycFailure, StepResult> giveConsent(SessionId id, ConsentMethod method, Duration validFor) {
        requireNonNull(method, "method");
        requireNonNull(validFor, "validFor");
        return runStep(id, () -> answerConsent.give(id, method, validFor));
    }

    /** Records that the person did not agree; the session ends. Left: {@code session.wrong-state} if they answered before. */
    public Either<KycFailure, StepResult> declineConsent(SessionId id) {
        return runStep(id, () -> answerConsent.decline(id));
    }

    /** Starts the captcha flow: the first image. Asks a provider. */
    public Either<KycFailure, StepResult> startCaptcha(SessionId id) {
        return runStep(id, () -> startFlow.startCaptchaOtp(id));
    }

    /**
     * Starts the direct flow: a code goes to the mobile linked to the number. Asks a provider. Left: {@code otp.resend-too-soon}
     * if another session has a code on its way there, {@code input.invalid} for a virtual id that no provider of the route takes.
     */
    public Either<KycFailure, StepResult> startDirectOtp(SessionId id, IdentityNumber number) {
        requireNonNull(number, "number");
        return runStep(id, () -> startFlow.startDirectOtp(id, number));
    }

    /** As {@link #startDirectOtp(SessionId, IdentityNumber)}, with what the person typed. Left also: {@code input.invalid}. */
    public Either<KycFailure, StepResult> startDirectOtp(SessionId id, @Nullable String number) {
        return number(number).flatMap(parsed -> startDirectOtp(id, parsed));
    }

    /**
     * Starts the DigiLocker flow: an offer to authorise the release of these documents. Asks a provider. Left:
     * {@code input.invalid} if none is named.
     */
    public Either<KycFailure, StepResult> startDigiLocker(SessionId id, RedirectUrl back, Set<DocumentType> documents) {
        requireNonNull(back, "back");
        requireNonNull(documents, "documents");
        return runStep(id, () -> startFlow.startDigiLocker(id, back, documents));
    }

    /** As {@link #startDigiLocker(SessionId, RedirectUrl, Set)}, with the URL as text. Left also: {@code input.invalid}. */
    public Either<KycFailure, StepResult> startDigiLocker(
            SessionId id, @Nullable String back, Set<DocumentType> documents) {
        return RedirectUrl.parse(back).flatMap(parsed -> startDigiLocker(id, parsed, documents));
    }

    /** Fetches another captcha image, which costs one of the refreshes. Asks a provider. Left: {@code captcha.spent}. */
    public Either<KycFailure, StepResult> reloadCaptcha(SessionId id) {
        return runStep(id, () -> reloadCaptcha.reload(id));
    }

    /**
     * Submits number and captcha answer: a code goes to the linked mobile if the answer is right. Asks a provider. Left:
     * {@code captcha.expired}, {@code otp.resend-too-soon} if another session has a code on its way there, {@code input.invalid}
     * for a virtual id that the provider does not take.
     */
    public Either<KycFailure, StepResult> submitCaptcha(SessionId id, IdentityNumber number, CaptchaAnswer answer) {
        requireNonNull(number, "number");
        requireNonNull(answer, "answer");
        return runStep(id, () -> submitCaptcha.submit(id, number, answer));
    }

    /** As {@link #submitCaptcha(SessionId, IdentityNumber, CaptchaAnswer)}, with what the person typed. Left also: {@code input.invalid}. */
    public Either<KycFailure, StepResult> submitCaptcha(
            SessionId id, @Nullable String number, @Nullable String answer) {
        return number(number)
                .flatMap(parsed -> CaptchaAnswer.parse(answer).flatMap(read -> submitCaptcha(id, parsed, read)));
    }

    /**
     * Has another code sent in the direct flow, which needs the number again. Asks a provider. Left:
     * {@code otp.resend-too-soon}, {@code otp.in-doubt} if it is too soon after a send of unknown outcome,
     * {@code otp.resends-used}, {@code input.invalid} for a virtual id that the provider does not take.
     */
    public Either<KycFailure, StepResult> resend(SessionId id, IdentityNumber number) {
        requireNonNull(number, "number");
        return runStep(id, () -> resendCode.resend(id, Optional.of(number)));
    }

    /** As {@link #resend(SessionId, IdentityNumber)}, with what the person typed. Left also: {@code input.invalid}. */
    public Either<KycFailure, StepResult> resend(SessionId id, @Nullable String number) {
        return number(number).flatMap(parsed -> resend(id, parsed));
    }

    /**
     * Has another code sent in the captcha flow: a fresh captcha comes first. Asks a provider. Left:
     * {@code otp.resend-too-soon}, {@code otp.in-doubt} if it is too soon after a send of unknown outcome,
     * {@code otp.resends-used}, {@code input.invalid} in the direct flow, where the number is needed.
     */
    public Either<KycFailure, StepResult> resend(SessionId id) {
        return runStep(id, () -> resendCode.resend(id, Optional.empty()));
    }

    /**
     * Submits a code; the attempt is spent before the provider is asked. Left: {@code otp.expired}; {@code otp.in-doubt}, or
     * {@code otp.resends-used} where no other can be asked for, if nobody knows whether a code went out.
     */
    public Either<KycFailure, StepResult> submitCode(SessionId id, OtpCode code) {
        requireNonNull(code, "submitted");
        return runStep(id, () -> submitCode.submit(id, code));
    }

    /** As {@link #submitCode(SessionId, OtpCode)}, with what the person typed. Left also: {@code input.invalid}. */
    public Either<KycFailure, StepResult> submitCode(SessionId id, @Nullable String code) {
        return OtpCode.parse(code).flatMap(parsed -> submitCode(id, parsed));
    }

    /**
     * Takes up the person's return from DigiLocker and collects what they shared. Asks a provider. Left: {@code input.invalid}
     * for a URL that is no return, {@code authorization.foreign}, {@code authorization.expired}.
     */
    public Either<KycFailure, StepResult> handleDigiLockerReturn(SessionId id, ReturnUrl url) {
        requireNonNull(url, "url");
        return runStep(id, () -> handleDigiLockerReturn.handle(id, url));
    }

    /** As {@link #handleDigiLockerReturn(SessionId, ReturnUrl)}, with the URL as text. Left also: {@code input.invalid}. */
    public Either<KycFailure, StepResult> handleDigiLockerReturn(SessionId id, @Nullable String url) {
        return ReturnUrl.parse(url).flatMap(parsed -> handleDigiLockerReturn(id, parsed));
    }

    /**
     * Collects again what the person shared, after collecting failed. Asks a provider. Whose documents they are one may tell only
     * when the return is taken up, and that is kept nowhere: without an Aadhaar among them the session then ends with
     * {@code provider.session-lost}, and the person starts again.
     */
    public Either<KycFailure, StepResult> fetchDocuments(SessionId id) {
        return runStep(id, () -> fetchDocuments.fetch(id));
    }

    /**
     * Erases the identity, because the host has it in its own records by now; the assurance stays. Look and complete are two
     * steps on purpose: were the identity handed out and erased in one, an answer lost on the way would lose it. So save what
     * {@link #findSession} shows first and complete then, as often as it takes: a completed session answers Right. Left:
     * {@code session.wrong-state} if nobody is verified yet, {@code session.over} if the session ended, the consent withdrawn.
     */
    public Either<KycFailure, StepResult> complete(SessionId id) {
        return runStep(id, () -> completeSession.complete(id));
    }

    /** Ends the session because the person or the host wants to stop. Left: {@code session.over} if it is verified already. */
    public Either<KycFailure, StepResult> cancel(SessionId id) {
        return runStep(id, () -> endSession.cancel(id));
    }

    /**
     * Takes the consent back: no further call is made, and an identity kept under it is erased. Left: {@code consent.missing} if
     * nothing was given.
     */
    public Either<KycFailure, StepResult> withdrawConsent(SessionId id) {
        return runStep(id, () -> withdrawConsent.withdraw(id));
    }

    /**
     * Takes that consent back, whatever is left of its sessions: if they were purged, the ledger alone says so. A store in memory
     * finds only sessions that the consent was used for; any other makes no call either, and ends when it is settled. Left:
     * {@code consent.missing} if nothing was given.
     */
    public Either<KycFailure, WithdrawnConsent> withdrawConsent(ConsentId id) {
        requireNonNull(id, "id");
        return inFlightSteps.run(() -> withdrawConsent.withdraw(id));
    }

    /**
     * Takes back every consent of that person under which a call could still be made or an identity is kept. Left:
     * {@code consent.missing} if there is none, or if the store is one in memory, which does not list a person's consents.
     */
    public Either<KycFailure, List<WithdrawnConsent>> withdrawConsents(SubjectRef person) {
        requireNonNull(person, "person");
        return inFlightSteps.run(() -> withdrawConsent.withdraw(person));
    }

    /**
     * Takes no further step, and waits for those under way, so that what a provider says is on record before the stores are
     * closed: twice as long as the most patient provider may take, and ten seconds more. May be called more than once.
     * {@link dev.kycport.app.runtime.KycRuntime#close} does so by itself; a host that builds the service by hand calls this before
     * it closes its stores.
     */
    public void close() {
        // No step asks a provider to the end of its patience more than twice.
        inFlightSteps.close(sessionRepository
                .directory()
                .longestCallTimeout()
                .multipliedBy(2)
                .plus(STORE_TIME));
    }

    /**
     * Settles every session that is due, though nobody looks at it: ends what is too old, accounts for calls whose outcome was
     * lost, erases identities that were kept long enough, and ends sessions whose consent was withdrawn by a process that died
     * before it came to them. {@link dev.kycport.app.runtime.KycRuntime} does so by itself; a host that builds the service by hand
     * calls this at start-up and then every half minute or so, from one thread a process. Several processes can do it at once.
     */
    public ReconciliationSummary reconcileDueSessions() {
        return inFlightSteps.run(reconcileDueSessions::reconcile);
    }

    private Optional<String> lastReport(SessionId id) {
        List<AuditEntry> entries = stores.audit().entries(id);
        return entries.isEmpty()
                ? Optional.empty()
                : entries.get(entries.size() - 1).code();
    }

    private <T> T runStep(SessionId id, Supplier<T> step) {
        requireNonNull(id, "id");
        return inFlightSteps.run(() -> LogContext.runInSession(id, step));
    }
}
