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

/** Prints the progress of a session for the person. */
public final class ProgressPrinter {

    // Fractions of a second in a time.
    private static final Pattern FRACTION = Pattern.compile("(?<=:[0-9]{2})\\.[0-9]+(?=Z)");

    private final Terminal terminal;
    private final Terminal operator;
    private final DateTimeFormatter clock;

    /** @param operator receives messages for the operator, not the person */
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

    /** Without a terminal the operator answers for the person. */
    void consentAssumed() {
        operator.message("consent is recorded as given, as confirmed by the operator of this command");
    }

    void image(Path file) {
        terminal.field("Image", file.toString());
    }

    void authorizationUrl(AuthorizationChallenge.Offered offered) {
        terminal.field("Open", offered.request().url().toString());
        terminal.field("Until", clock.format(offered.expiresAt()));
    }

    void progress(StepResult result) {
        result.report().ifPresent(report -> terminal.failure(sentence(report) + attemptsLeft(result.session())));
        if (result.report().isEmpty()) {
            reached(result.session()).ifPresent(terminal::success);
        }
    }

    void failure(StepReport report) {
        terminal.failure(sentence(report));
    }

    private static String sentence(StepReport report) {
        return TextFormat.sentence(FRACTION.matcher(report.summary()).replaceAll(""))
                + report.retryAdvice().delay().map(ProgressPrinter::wait).orElse("");
    }

    private static String wait(Duration delay) {
        return " Wait " + delay.plusMillis(999).toSeconds() + " s before the next attempt.";
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
            return Optional.of("A code was sent to the linked mobile. It is valid until " + at(code.expiresAt())
                    + ", for " + TextFormat.count(code.attemptsLeft(), "attempt") + ".");
        }
        return session instanceof KycSession.Verified ? Optional.of("Verified.") : Optional.empty();
    }

    private String at(Instant instant) {
        return clock.format(instant);
    }
}
