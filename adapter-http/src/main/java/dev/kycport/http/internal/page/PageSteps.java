package dev.kycport.http.internal.page;

import dev.kycport.app.KycService;
import dev.kycport.app.step.SessionView;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.identity.DocumentType;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of the hosted page. A form does something only if the session is still as the page showed it: of a double click, or
 * of two tabs, one counts, so that no code is sent twice and no attempt is spent twice.
 */
final class PageSteps {

    private static final String CONTINUE = "continue";

    private final KycService service;
    private final PageLinks links;

    PageSteps(KycService service, PageLinks links) {
        this.service = service;
        this.links = links;
    }

    /**
     * What came of a step, to be shown on the next page.
     *
     * @param code of the report, such as {@code otp.wrong-code}
     * @param field that the person has to correct
     * @param waitSeconds until the step can succeed; 0 if waiting does not help
     */
    record StepOutcome(String code, Optional<String> field, long waitSeconds) {

        static StepOutcome of(StepReport report) {
            long wait = report.retryAdvice().kind() == RetryAdvice.Kind.AFTER
                    ? report.retryAdvice().delay().orElseThrow().plusMillis(999).toSeconds()
                    : 0;
            return new StepOutcome(
                    report.code(),
                    report instanceof InputRejection input
                            ? Optional.of(input.field().code())
                            : Optional.empty(),
                    wait);
        }
    }

    /** Takes the step of a form; returns what is to be said about it, if anything. */
    Optional<StepOutcome> take(PageLinks.FoundPage page, Map<String, String> form) {
        SessionId id = page.stored().session();
        String action = form.getOrDefault("action", "");
        boolean current = service.findSession(id)
                .map(session -> Long.toString(session.header().revision()).equals(form.get("revision")))
                .getOrElse(false);
        if (!current) {
            return Optional.empty();
        }
        Optional<StepOutcome> outcome = action.equals(CONTINUE)
                ? Optional.empty()
                : service.view(id)
                        .toJavaOptional()
                        .flatMap(view -> view.action(action))
                        .filter(offered -> offered.actor() == SessionView.Actor.PERSON)
                        .flatMap(offered -> outcome(step(id, action, offered, form)));
        return outcome.isPresent() ? outcome : continueAsHost(page);
    }

    /** Handles a return from DigiLocker; a second one, by a refresh, changes nothing. */
    Optional<StepOutcome> handleReturn(PageLinks.FoundPage page, String query) {
        SessionId id = page.stored().session();
        boolean awaited = service.view(id)
                .map(view -> view.action("handle-digilocker-return").isPresent())
                .getOrElse(false);
        return awaited ? outcome(service.handleDigiLockerReturn(id, "?" + query)) : Optional.empty();
    }

    private Either<KycFailure, StepResult> step(
            SessionId id, String action, SessionView.Action offered, Map<String, String> form) {
        return switch (action) {
            case "give-consent" -> service.giveConsent(id, ConsentMethod.BUTTON);
            case "decline-consent" -> service.declineConsent(id);
            case "start-direct-otp" -> service.startDirectOtp(id, form.get("aadhaar"));
            case "submit-captcha" -> service.submitCaptcha(id, form.get("aadhaar"), form.get("captcha"));
            case "reload-captcha" -> service.reloadCaptcha(id);
            case "submit-code" -> service.submitCode(id, form.get("otp"));
            case "resend-code" ->
                offered.fields().contains("aadhaar") ? service.resend(id, form.get("aadhaar")) : service.resend(id);
            case "cancel" -> service.cancel(id);
            case "withdraw-consent" -> service.withdrawConsent(id);
            default -> throw new IllegalStateException("an action of the person has no form");
        };
    }

    // What the host does by itself follows at once, so that the person is not asked to press a button for it.
    private Optional<StepOutcome> continueAsHost(PageLinks.FoundPage page) {
        SessionId id = page.stored().session();
        SessionView view = service.view(id).getOrElse(() -> null);
        if (view == null) {
            return Optional.empty();
        }
        if (view.action("start-captcha-otp").isPresent()) {
            return outcome(service.startCaptcha(id));
        }
        if (view.action("start-digilocker").isPresent()) {
            return outcome(service.startDigiLocker(
                    id, links.publicUrl() + "/p/" + page.id() + "/return", documents(page.stored())));
        }
        if (view.action("fetch-documents").isPresent()) {
            return outcome(service.fetchDocuments(id));
        }
        return Optional.empty();
    }

    private static Set<DocumentType> documents(PageRecord page) {
        Set<DocumentType> types = EnumSet.noneOf(DocumentType.class);
        page.documents().forEach(code -> DocumentType.fromCode(code).ifPresent(types::add));
        return types;
    }

    private static Optional<StepOutcome> outcome(Either<KycFailure, StepResult> result) {
        return result.isLeft()
                ? Optional.of(StepOutcome.of(result.getLeft()))
                : result.get().report().map(StepOutcome::of);
    }
}
