package dev.kycport.app;

import dev.kycport.app.step.KycFailureException;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.SessionView;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The steps of {@link KycService} for hosts that use exceptions. Every method does what the method of the same name does; where
 * that returns Left, this throws {@link KycFailureException}, and nothing has changed for the person. A verdict such as a wrong
 * code is not an exception: it is the result's report.
 */
public final class ThrowingKycService {

    private final KycService kycService;

    ThrowingKycService(KycService kycService) {
        this.kycService = kycService;
    }

    /** See {@link KycService#open(SessionRequest)}. */
    public StepResult open(SessionRequest request) {
        return orThrow(kycService.open(request));
    }

    /** See {@link KycService#open(SessionRequest, String)}. */
    public StepResult open(SessionRequest request, @Nullable String idempotencyKey) {
        return orThrow(kycService.open(request, idempotencyKey));
    }

    /** See {@link KycService#findSession(SessionId)}. */
    public KycSession findSession(SessionId id) {
        return orThrow(kycService.findSession(id));
    }

    /** See {@link KycService#view(SessionId)}. */
    public SessionView view(SessionId id) {
        return orThrow(kycService.view(id));
    }

    /** See {@link KycService#giveConsent(SessionId, ConsentMethod)}. */
    public StepResult giveConsent(SessionId id, ConsentMethod method) {
        return orThrow(kycService.giveConsent(id, method));
    }

    /** See {@link KycService#declineConsent(SessionId)}. */
    public StepResult declineConsent(SessionId id) {
        return orThrow(kycService.declineConsent(id));
    }

    /** See {@link KycService#startCaptcha(SessionId)}. */
    public StepResult startCaptcha(SessionId id) {
        return orThrow(kycService.startCaptcha(id));
    }

    /** See {@link KycService#startDirectOtp(SessionId, String)}. */
    public StepResult startDirectOtp(SessionId id, @Nullable String number) {
        return orThrow(kycService.startDirectOtp(id, number));
    }

    /** See {@link KycService#startDigiLocker(SessionId, String, Set)}. */
    public StepResult startDigiLocker(SessionId id, @Nullable String back, Set<DocumentType> documents) {
        return orThrow(kycService.startDigiLocker(id, back, documents));
    }

    /** See {@link KycService#reloadCaptcha(SessionId)}. */
    public StepResult reloadCaptcha(SessionId id) {
        return orThrow(kycService.reloadCaptcha(id));
    }

    /** See {@link KycService#submitCaptcha(SessionId, String, String)}. */
    public StepResult submitCaptcha(SessionId id, @Nullable String number, @Nullable String answer) {
        return orThrow(kycService.submitCaptcha(id, number, answer));
    }

    /** See {@link KycService#resend(SessionId)}. */
    public StepResult resend(SessionId id) {
        return orThrow(kycService.resend(id));
    }

    /** See {@link KycService#resend(SessionId, String)}. */
    public StepResult resend(SessionId id, @Nullable String number) {
        return orThrow(kycService.resend(id, number));
    }

    /** See {@link KycService#submitCode(SessionId, String)}. */
    public StepResult submitCode(SessionId id, @Nullable String code) {
        return orThrow(kycService.submitCode(id, code));
    }

    /** See {@link KycService#handleDigiLockerReturn(SessionId, String)}. */
    public StepResult handleDigiLockerReturn(SessionId id, @Nullable String url) {
        return orThrow(kycService.handleDigiLockerReturn(id, url));
    }

    /** See {@link KycService#fetchDocuments(SessionId)}. */
    public StepResult fetchDocuments(SessionId id) {
        return orThrow(kycService.fetchDocuments(id));
    }

    /** See {@link KycService#complete(SessionId)}. */
    public StepResult complete(SessionId id) {
        return orThrow(kycService.complete(id));
    }

    /** See {@link KycService#takeOver(SessionId, Consumer)}. */
    public StepResult takeOver(SessionId id, Consumer<VerifiedIdentity> save) {
        return orThrow(kycService.takeOver(id, save));
    }

    /** See {@link KycService#cancel(SessionId)}. */
    public StepResult cancel(SessionId id) {
        return orThrow(kycService.cancel(id));
    }

    /** See {@link KycService#withdrawConsent(SessionId)}. */
    public StepResult withdrawConsent(SessionId id) {
        return orThrow(kycService.withdrawConsent(id));
    }

    private static <T> T orThrow(Either<KycFailure, T> result) {
        return result.getOrElseThrow(KycFailureException::new);
    }
}
