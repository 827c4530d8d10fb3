package dev.kycport.host.cli.session;

import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TextFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells a session as it goes, to the person in front of it. */
public final class ProgressPrinter {

    // Of a second, which nobody waits for.
    private static final Pattern FRACTION = Pattern.compile("(?<=:[0-9]{2})\\.[0-9]+(?=Z)");

    private final Terminal terminal;
    private final Terminal operator;
    private final DateTimeFormatter clock;

    /**
     * Tells it there.
     *
     * @param operator where what the operator should know goes
     */
    public ProgressPrinter(Terminal terminal, Terminal operator, ZoneId zone) {
        this.terminal = terminal;
        this.operator = operator;
        this.clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    void notice(Consent consent) {
        ConsentTerms terms = consent.terms();
        terms.notice().text().lines().forEach(terminal::text);
        terminal.field("Purpose", terms.purpose().value());
        terminal.field("Data", terms.dataItems().stream().sorted().collect(Collectors.joining(", ")));
        terminal.field(
                "Passed to",
                terms.recipients().stream().map(ProviderId::value).sorted().collect(Collectors.joining(", ")));
    }

    /** Nobody is there to ask, so who started the program answers for the person. */
    void consentAssumed() {
        operator.message("consent is recorded as given on the word of whoever runs this command");
    }

    void image(Path file) {
        terminal.field("Picture", file.toString());
    }

    void authorizationUrl(AuthorizationChallenge.Offered offered) {
        terminal.field("Open", offered.request().url().toString());
        terminal.field("Until", clock.format(offered.expiresAt()));
    }

    /** What a step has led to. */
    void progress(StepResult stepResult) {
        stepResult
                .report()
                .ifPresent(stepReport -> terminal.failure(sentence(stepReport) + attemptsLeft(stepResult.session())));
        if (stepResult.report().isEmpty()) {
            reached(stepResult.session()).ifPresent(terminal::success);
        }
    }

    /** What was in the way of a step. */
    void failure(StepReport stepReport) {
        terminal.failure(sentence(stepReport));
    }

    private static String sentence(StepReport stepReport) {
        return TextFormat.sentence(FRACTION.matcher(stepReport.summary()).replaceAll(""))
                + stepReport.retryAdvice().delay().map(ProgressPrinter::wait).orElse("");
    }

    private static String wait(Duration delay) {
        return " Wait " + delay.plusMillis(999).toSeconds() + " s before another.";
    }

    private static String attemptsLeft(KycSession session) {
        if (session instanceof KycSession.AwaitingOtp<?> waiting
                && waiting.otp() instanceof OtpChallenge.AwaitingCode code) {
            return " " + TextFormat.count(code.attemptsLeft(), "attempt") + " left.";
        }
        return session instanceof KycSession.AwaitingCaptcha<?> waiting
                        && waiting.captcha() instanceof CaptchaChallenge.Shown shown
                ? " " + TextFormat.count(shown.attemptsLeft(), "attempt") + " left, on a new image."
                : "";
    }

    private Optional<String> reached(KycSession session) {
        if (session instanceof KycSession.AwaitingOtp<?> waiting
                && waiting.otp() instanceof OtpChallenge.AwaitingCode code) {
            return Optional.of("A code is on its way to the linked mobile. It is good until " + at(code.expiresAt())
                    + ", for " + TextFormat.count(code.attemptsLeft(), "attempt") + ".");
        }
        return session instanceof KycSession.Verified ? Optional.of("Verified.") : Optional.empty();
    }

    private String at(Instant instant) {
        return clock.format(instant);
    }
}
