package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.app.step.SessionView;
import dev.kycport.app.step.SessionView.Action;
import dev.kycport.app.step.SessionView.Screen;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A page that knows nothing but the view: it shows {@code screen} and takes one of {@code actions}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionViewDriverTest {

    private static final int SESSIONS = 10_000;
    private static final int MOST_STEPS = 200;
    private static final List<String> NUMBERS =
            List.of("999941057058", "999941057058", "999971658847", "999933119405", "999955183433", "999990501894");
    private static final List<String> CODES = List.of("123456", "123456", "000000", "999999", "111111", "222222");
    private static final List<String> RETURNS = List.of("code=granted", "code=empty", "error=access_denied");

    private static final List<Flow> FLOWS = List.of(Flow.DIRECT_OTP, Flow.CAPTCHA_OTP, Flow.DIGILOCKER);

    private final Random random = new Random(20261128);
    private final Map<Screen, Integer> screens = new EnumMap<>(Screen.class);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();

    @Test
    void a_page_that_follows_the_view_alone_ends_every_session_and_never_meets_a_wrong_state() {
        for (int i = 0; i < SESSIONS / 20; i++) {
            Harness harness = Harness.create();
            for (int j = 0; j < 20; j++) {
                drive(harness, FLOWS.get(random.nextInt(FLOWS.size())));
            }
        }

        assertThat(failures).doesNotContainKeys("session.wrong-state", "session.over", "input.invalid");
        assertThat(screens.keySet())
                .contains(Screen.CONSENT, Screen.NUMBER, Screen.CAPTCHA, Screen.CODE, Screen.REDIRECT, Screen.VERIFIED);
        assertThat(outcomes.keySet())
                .contains("completed", "cancelled", "consent-withdrawn", "declined", "denied", "ineligible", "locked");
    }

    private void drive(Harness harness, Flow flow) {
        SessionId id = harness.opened(flow);
        for (int step = 0; step < MOST_STEPS; step++) {
            SessionView view = harness.service.view(id).get();
            screens.merge(view.screen(), 1, Integer::sum);
            if (view.screen() == Screen.COMPLETED || view.screen() == Screen.ENDED) {
                outcomes.merge(view.endReason().orElse("completed"), 1, Integer::sum);
                return;
            }
            Action action = choose(view);
            action.notBefore().ifPresent(at -> harness.pass(Duration.between(view.asOf(), at)));
            take(harness, id, view, action);
        }
        throw new AssertionError("no end after " + MOST_STEPS + " steps: "
                + harness.service.view(id).get());
    }

    // Mostly what is offered first, as people do.
    private Action choose(SessionView view) {
        List<Action> actions = view.actions();
        assertThat(actions).as("%s offers nothing", view.screen()).isNotEmpty();
        Action action = random.nextInt(10) < 7 ? actions.get(0) : actions.get(random.nextInt(actions.size()));
        return action.name().equals("open-digilocker")
                ? view.action("handle-digilocker-return").orElseThrow()
                : action;
    }

    private void take(Harness harness, SessionId id, SessionView view, Action action) {
        KycService service = harness.service;
        Either<KycFailure, StepResult> step = switch (action.name()) {
            case "give-consent" -> service.giveConsent(id, ConsentMethod.CHECKBOX);
            case "decline-consent" -> service.declineConsent(id);
            case "start-direct-otp" -> service.startDirectOtp(id, TestInputs.number(any(NUMBERS)));
            case "start-captcha-otp" -> service.startCaptcha(id);
            case "start-digilocker" ->
                service.startDigiLocker(id, TestInputs.redirectUrl(), Set.of(DocumentType.AADHAAR));
            case "submit-captcha" ->
                service.submitCaptcha(
                        id,
                        TestInputs.number(any(NUMBERS)),
                        TestInputs.answer(random.nextInt(3) > 0 ? harness.captchaText() : "WRONG"));
            case "reload-captcha" -> service.reloadCaptcha(id);
            case "submit-code" -> service.submitCode(id, TestInputs.code(any(CODES)));
            case "resend-code" ->
                action.fields().isEmpty() ? service.resend(id) : service.resend(id, TestInputs.number(NUMBERS.get(0)));
            case "handle-digilocker-return" ->
                service.handleDigiLockerReturn(id, TestInputs.returnUrl(any(RETURNS) + "&state=" + stateIn(view)));
            case "fetch-documents" -> service.fetchDocuments(id);
            case "complete" -> service.complete(id);
            case "cancel" -> service.cancel(id);
            case "withdraw-consent" -> service.withdrawConsent(id);
            default -> throw new AssertionError("unknown action " + action.name());
        };
        if (step.isLeft()) {
            failures.merge(step.getLeft().code(), 1, Integer::sum);
        }
    }

    private static String stateIn(SessionView view) {
        String url = view.offer().orElseThrow().url();
        return url.replaceAll(".*[?&]state=([^&]*).*", "$1");
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
