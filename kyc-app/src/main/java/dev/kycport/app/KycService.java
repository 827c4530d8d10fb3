package dev.kycport.app;

import static java.util.Objects.requireNonNull;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.call.Failover;
import dev.kycport.app.internal.call.LogContext;
import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.consent.SessionLookup;
import dev.kycport.app.internal.maintenance.ClockCheck;
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
import dev.kycport.app.internal.usecase.StartCaptchaOtp;
import dev.kycport.app.internal.usecase.StartDigiLocker;
import dev.kycport.app.internal.usecase.StartDirectOtp;
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
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.StoreMonitor;
import dev.kycport.ports.store.Stores;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The API for hosts: every step of a verification, from opening a session to its end. Left means that nothing changed for the
 * person; Right is the new state, whether the person likes it or not, with a report beside it. Safe for use by many threads,
 * also on the same session: of two steps at the same moment one gets {@code session.busy}.
 *
 * <p>Every step of a session can return the Left {@code session.unknown}, {@code session.over}, {@code session.wrong-state} or
 * {@code session.busy}. A step that asks a provider can return {@code consent.missing}, {@code consent.expired},
 * {@code consent.withdrawn}, {@code consent.not-covering} or {@code flow.unsupported} before it asks, and a
 * {@link dev.kycport.domain.failure.ProviderFailure} that changed nothing. The methods below list only their additional Lefts.
 *
 * <p>Every method can throw {@link dev.kycport.ports.store.StoreUnavailableException} if a store fails, or if the clock of this
 * node differs too much from that of the database that several nodes share. The session then has
 * its last stored state, and the next step reconciles it and continues. Every step throws {@link IllegalStateException} after
 * the service is {@linkplain #close closed}, and {@link NullPointerException} for a null argument, before anything is stored.
 */
public final class KycService {

    /** How long a consent is valid if the host does not say otherwise. */
    public static final Duration DEFAULT_CONSENT_VALIDITY = Duration.ofHours(1);

    // The time that a step needs for the stores, before and after it asks a provider.
    private static final Duration STORE_TIME = Duration.ofSeconds(10);

    private final InFlightSteps steps = new InFlightSteps();
    private final Stores stores;
    private final ProviderDirectory providers;
    private final AadhaarValidation numbers;
    private final KycEnvironment environment;
    private final SessionRepository sessions;
    private final ConsentService consents;

    private final OpenSession openSession;
    private final AnswerConsent answerConsent;
    private final StartCaptchaOtp startCaptchaOtp;
    private final StartDirectOtp startDirectOtp;
    private final StartDigiLocker startDigiLocker;
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
    private final ClockCheck clocks;

    KycService(
            Stores stores,
            ProviderDirectory providers,
            KycEnvironment environment,
            AadhaarValidation numbers,
            Observers observers) {
        this.stores = stores;
        this.providers = providers;
        this.numbers = numbers;
        this.environment = environment;

        // Sessions and consents.
        SessionReconciler reconciler = new SessionReconciler(stores.consents(), providers, environment);
        this.sessions = new SessionRepository(stores.sessions(), stores.steps(), reconciler, observers, environment);
        this.consents = new ConsentService(stores.consents(), sessions, environment);
        this.openSession = new OpenSession(sessions, providers, environment);
        this.answerConsent = new AnswerConsent(sessions, consents, environment);

        // Calls to providers.
        CallExecutor calls =
                new CallExecutor(sessions, consents, stores.pendingCodes(), observers.meter(), environment);
        SendOtp sendOtp = new SendOtp(providers, calls, environment);
        FetchCaptcha fetchCaptcha = new FetchCaptcha(providers, calls, environment);
        this.fetchDocuments = new FetchDocuments(sessions, providers, calls, environment);

        // The first step of each flow.
        Failover failover = new Failover(sessions, consents, providers, environment);
        this.startCaptchaOtp = new StartCaptchaOtp(failover, providers, fetchCaptcha, environment);
        this.startDirectOtp = new StartDirectOtp(failover, providers, sendOtp, environment);
        this.startDigiLocker = new StartDigiLocker(failover, providers, calls, environment);

        // The steps after it.
        this.reloadCaptcha = new ReloadCaptcha(sessions, fetchCaptcha, environment);
        this.submitCaptcha = new SubmitCaptcha(sessions, providers, calls, fetchCaptcha, environment);
        this.resendCode = new ResendCode(sessions, providers, sendOtp, fetchCaptcha, environment);
        this.submitCode = new SubmitCode(sessions, providers, calls, environment);
        this.handleDigiLockerReturn =
                new HandleDigiLockerReturn(sessions, providers, calls, fetchDocuments, stores.audit(), environment);

        // The end of a session.
        this.completeSession = new CompleteSession(sessions);
        this.endSession = new EndSession(sessions);
        this.withdrawConsent =
                new WithdrawConsent(sessions, consents, new SessionLookup(stores), endSession, observers, environment);
        this.clocks = new ClockCheck(
                stores.admin().map(Stores.AdminStores::monitor).orElse(StoreMonitor.NONE),
                environment,
                observers.meter());
        this.reconcileDueSessions =
                new ReconcileDueSessions(stores.sessions(), sessions, reconciler, consents, environment);
    }

    /** Builds a service without a configuration file: name the stores, then the providers. */
    public static KycServiceBuilder builder(Stores stores, KycEnvironment environment) {
        return new KycServiceBuilder(stores, environment);
    }

    /** The same steps for hosts that use exceptions: what is Left here is thrown there. */
    public ThrowingKycService throwing() {
        return new ThrowingKycService(this);
    }

    /** The flows that a provider is configured for. */
    public Set<Flow> flows() {
        return providers.flows();
    }

    /** Parses the number that a person typed, by the rules of this installation. Left: {@code input.invalid}. */
    public Either<KycFailure, IdentityNumber> number(@Nullable String text) {
        return IdentityNumber.parseNumber(text, numbers);
    }

    /** Opens a session. Left: {@code flow.unsupported}, or {@code input.invalid} for an unknown provider. */
    public Either<KycFailure, StepResult> open(SessionRequest request) {
        requireNonNull(request, "request");
        return runStep(() -> openSession.open(request));
    }

    /**
     * Opens a session, or returns the one that was opened under that key, in its current state: for a page that may be sent
     * twice, to this node or another, before and after a restart. The consent that the person was asked for the first time
     * stays.
     *
     * @param idempotencyKey a random text of 22 to 64 letters, digits, hyphens and underscores, such as a UUID; never a name of the
     *     person, because the session's id follows from it
     * @return Left: as {@link #open(SessionRequest)}, and {@code input.invalid} for a key that has another form, or that was
     *     used for another person or flow
     */
    public Either<KycFailure, StepResult> open(SessionRequest request, @Nullable String idempotencyKey) {
        requireNonNull(request, "request");
        return steps.run(() -> openSession.open(request, idempotencyKey));
    }

    /**
     * The live session of a person that was opened last, in its current state; nothing if each has been verified or has ended.
     * For a host that has lost the session's id.
     */
    public Optional<KycSession> findLiveSession(SubjectRef subject) {
        requireNonNull(subject, "subject");
        return steps.run(() -> stores.sessions().findLive(subject).stream()
                .flatMap(id -> sessions.find(id).toJavaStream())
                .filter(session -> session.state().isLive())
                .findFirst());
    }

    /** The session in its current state. Left: {@code session.unknown}. */
    public Either<KycFailure, KycSession> findSession(SessionId id) {
        return runStep(id, () -> sessions.find(id));
    }

    /**
     * What to show for the session and what can be done next, for a page; docs/session-view.md describes it. Left:
     * {@code session.unknown}.
     */
    public Either<KycFailure, SessionView> view(SessionId id) {
        return runStep(
                id,
                () -> sessions.find(id)
                        .flatMap(session -> consents.find(session.header().consent())
                                .map(consent -> SessionView.of(session, consent, environment.now())
                                        .withLastReport(
                                                stores.audit().findLast(id).flatMap(AuditEntry::code)))));
    }

    /** The consent that the person was asked for, with their answer. Left: {@code session.unknown}. */
    public Either<KycFailure, Consent> consent(SessionId id) {
        return runStep(
                id,
                () -> sessions.find(id)
                        .flatMap(session -> consents.find(session.header().consent())));
    }

    /** Everything that happened in a session, oldest first; empty if there is no such session. */
    public List<AuditEntry> audit(SessionId id) {
        return runStep(id, () -> stores.audit().entries(id));
    }

    /**
     * Records that the person consented, for {@link #DEFAULT_CONSENT_VALIDITY}. Left: {@code session.wrong-state} if they
     * answered before.
     */
    public Either<KycFailure, StepResult> giveConsent(SessionId id, ConsentMethod method) {
        return giveConsent(id, method, DEFAULT_CONSENT_VALIDITY);
    }

    /**
     * Records that the person consented, for that long. Left: {@code input.invalid} for no time or more than 365 days,
     * {@code session.wrong-state} if they answered before.
     */
    public Either<KycFailure, StepResult> giveConsent(SessionId id, ConsentMethod method, Duration validFor) {
        requireNonNull(method, "method");
        requireNonNull(validFor, "validFor");
        return runStep(id, () -> answerConsent.give(id, method, validFor));
    }

    /** Records that the person declined; the session ends. Left: {@code session.wrong-state} if they answered before. */
    public Either<KycFailure, StepResult> declineConsent(SessionId id) {
        return runStep(id, () -> answerConsent.decline(id));
    }

    /** Starts the captcha flow and fetches the first image. Asks a provider. */
    public Either<KycFailure, StepResult> startCaptcha(SessionId id) {
        return runStep(id, () -> startCaptchaOtp.start(id));
    }

    /**
     * Starts the direct flow: the provider sends a code to the mobile linked to the number. Asks a provider. Left:
     * {@code otp.resend-too-soon} if another session has a code pending for the number, {@code input.invalid} for a virtual id
     * that no provider of the route accepts.
     */
    public Either<KycFailure, StepResult> startDirectOtp(SessionId id, IdentityNumber number) {
        requireNonNull(number, "number");
        return runStep(id, () -> startDirectOtp.start(id, number));
    }

    /** As {@link #startDirectOtp(SessionId, IdentityNumber)}, with what the person typed. Left also: {@code input.invalid}. */
    public Either<KycFailure, StepResult> startDirectOtp(SessionId id, @Nullable String number) {
        return number(number).flatMap(parsed -> startDirectOtp(id, parsed));
    }

    /**
     * Starts the DigiLocker flow: the session then holds the URL on which the person authorizes access to these documents. Asks
     * a provider. Left: {@code input.invalid} if no document is named.
     */
    public Either<KycFailure, StepResult> startDigiLocker(
            SessionId id, RedirectUrl redirect, Set<DocumentType> documents) {
        requireNonNull(redirect, "redirect");
        requireNonNull(documents, "documents");
        return runStep(id, () -> startDigiLocker.start(id, redirect, documents));
    }

    /** As {@link #startDigiLocker(SessionId, RedirectUrl, Set)}, with the URL as text. Left also: {@code input.invalid}. */
    public Either<KycFailure, StepResult> startDigiLocker(
            SessionId id, @Nullable String back, Set<DocumentType> documents) {
        return RedirectUrl.parse(back).flatMap(parsed -> startDigiLocker(id, parsed, documents));
    }

    /** Fetches another captcha image, which costs one refresh. Asks a provider. Left: {@code captcha.spent}. */
    public Either<KycFailure, StepResult> reloadCaptcha(SessionId id) {
        return runStep(id, () -> reloadCaptcha.reload(id));
    }

    /**
     * Submits number and captcha answer: if the answer is right, the provider sends a code to the linked mobile. Asks a provider.
     * Left: {@code captcha.expired}, {@code otp.resend-too-soon} if another session has a code pending for the number,
     * {@code input.invalid} for a virtual id that the provider does not accept.
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
     * Sends another code in the direct flow, which needs the number again. Asks a provider. Left: {@code otp.resend-too-soon},
     * {@code otp.in-doubt} if it is too soon after a send of unknown outcome, {@code otp.resends-used}, {@code input.invalid}
     * for a virtual id that the provider does not accept.
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
     * Sends another code in the captcha flow, after a fresh captcha. Asks a provider. Left: {@code otp.resend-too-soon},
     * {@code otp.in-doubt} if it is too soon after a send of unknown outcome, {@code otp.resends-used}, {@code input.invalid}
     * in the direct flow, which needs the number.
     */
    public Either<KycFailure, StepResult> resend(SessionId id) {
        return runStep(id, () -> resendCode.resend(id, Optional.empty()));
    }

    /**
     * Submits a code; the attempt is spent before the provider is asked. Left: {@code otp.expired}; if it is unknown whether a
     * code was sent, {@code otp.in-doubt}, or {@code otp.resends-used} if no other code can be sent.
     */
    public Either<KycFailure, StepResult> submitCode(SessionId id, OtpCode code) {
        requireNonNull(code, "code");
        return runStep(id, () -> submitCode.submit(id, code));
    }

    /** As {@link #submitCode(SessionId, OtpCode)}, with what the person typed. Left also: {@code input.invalid}. */
    public Either<KycFailure, StepResult> submitCode(SessionId id, @Nullable String code) {
        return OtpCode.parse(code).flatMap(parsed -> submitCode(id, parsed));
    }

    /**
     * Handles the person's return from DigiLocker and fetches the documents that they shared. Asks a provider. Left:
     * {@code input.invalid} for a URL that is not a return, {@code authorization.foreign}, {@code authorization.expired}.
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
     * Fetches the shared documents again after that failed. Asks a provider. The provider may name the holder of the documents
     * only while the return is handled, and the name is not stored: if no Aadhaar is among the documents, the session then ends
     * with {@code provider.session-lost}, and the person starts again.
     */
    public Either<KycFailure, StepResult> fetchDocuments(SessionId id) {
        return runStep(id, () -> fetchDocuments.fetch(id));
    }

    /**
     * Erases the identity once the host has it in its own records; the assurance stays. Reading and erasing are two steps, so
     * that a lost answer does not lose the identity: first save what {@link #findSession} returns, then complete. You can repeat
     * this: a completed session returns Right. Left: {@code session.wrong-state} if the person is not verified yet,
     * {@code session.over} if the session ended or the consent is withdrawn.
     */
    public Either<KycFailure, StepResult> complete(SessionId id) {
        return runStep(id, () -> completeSession.complete(id));
    }

    /**
     * Hands the identity to the host and then erases it. If the host's code throws, nothing is erased, and the exception passes
     * on; what it saved must be committed when it returns. It may be called again for the same identity, after a crash between
     * saving and erasing or by a second window, so it saves under the session's id. It is not called for a session that is
     * completed.
     *
     * @return Left: as {@link #complete}
     */
    public Either<KycFailure, StepResult> takeOver(SessionId id, Consumer<VerifiedIdentity> save) {
        requireNonNull(save, "save");
        return runStep(
                id,
                () -> sessions.find(id).flatMap(session -> {
                    if (session instanceof KycSession.Verified verified) {
                        save.accept(verified.identity());
                    }
                    return completeSession.complete(id);
                }));
    }

    /** Ends the session because the person or the host cancels it. Left: {@code session.over} if it is already verified. */
    public Either<KycFailure, StepResult> cancel(SessionId id) {
        return runStep(id, () -> endSession.cancel(id));
    }

    /**
     * Withdraws the session's consent: no further call is made, and an identity stored under it is erased. Left:
     * {@code consent.missing} if none was given.
     */
    public Either<KycFailure, StepResult> withdrawConsent(SessionId id) {
        return runStep(id, () -> withdrawConsent.withdraw(id));
    }

    /**
     * Withdraws that consent, even if all its sessions are purged: the ledger alone decides. An in-memory store finds only the
     * sessions that the consent was used for; the others make no call either, and end when they are reconciled. Left:
     * {@code consent.missing} if none was given.
     */
    public Either<KycFailure, WithdrawnConsent> withdrawConsent(ConsentId id) {
        requireNonNull(id, "id");
        return runStep(() -> withdrawConsent.withdraw(id));
    }

    /**
     * Withdraws every consent of that person under which a call could still be made or an identity is stored. Left:
     * {@code consent.missing} if there is none, or if the store is in memory, since it has no index of persons.
     */
    public Either<KycFailure, List<WithdrawnConsent>> withdrawConsents(SubjectRef person) {
        requireNonNull(person, "person");
        return runStep(() -> withdrawConsent.withdraw(person));
    }

    /**
     * Rejects further steps and waits for the running ones, so that a provider's answer is stored before the stores are closed:
     * twice the longest call timeout, plus ten seconds. Can be called more than once.
     * {@link dev.kycport.app.runtime.KycRuntime#close} does this itself; a host that builds the service without it calls this
     * before it closes its stores.
     */
    public void close() {
        // No step makes more than two calls that take their full timeout.
        steps.close(providers.longestCallTimeout().multipliedBy(2).plus(STORE_TIME));
    }

    /**
     * Reconciles every due session, even if no step reads it: expires old sessions, accounts for calls whose outcome was lost,
     * erases identities after their retention, and ends sessions whose consent was withdrawn by a process that died before it
     * ended them. {@link dev.kycport.app.runtime.KycRuntime} does this itself; a host that builds the service without it calls
     * this at start-up and then about every 30 seconds, from one thread a process. Several processes can do it at once.
     *
     * @throws dev.kycport.ports.store.StoreUnavailableException if a store fails, or the clock of this node is too far from the
     *     database's
     */
    public ReconciliationSummary reconcileDueSessions() {
        return steps.run(() -> {
            clocks.compare();
            clocks.requireAgreement();
            return reconcileDueSessions.reconcile();
        });
    }

    /**
     * Compares the clock of this node with the database's: positive if the node is ahead; empty if the store has no clock of its
     * own. A difference from two seconds on is logged. {@link #reconcileDueSessions} does this, too.
     *
     * @throws dev.kycport.ports.store.StoreUnavailableException if the database cannot be asked
     */
    public Optional<Duration> compareClocks() {
        return clocks.compare();
    }

    private <T> T runStep(SessionId id, Supplier<T> step) {
        requireNonNull(id, "id");
        return runStep(() -> LogContext.runInSession(id, step));
    }

    private <T> T runStep(Supplier<T> step) {
        return steps.run(() -> {
            clocks.requireAgreement();
            return step.get();
        });
    }
}
