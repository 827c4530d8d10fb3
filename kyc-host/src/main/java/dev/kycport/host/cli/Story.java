package dev.kycport.host.cli;

import dev.kycport.app.Progress;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.Report;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
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
final class Story {

    // Of a second, which nobody waits for.
    private static final Pattern FRACTION = Pattern.compile("(?<=:[0-9]{2})\\.[0-9]+(?=Z)");

    private final Terminal terminal;
    private final Terminal aside;
    private final DateTimeFormatter clock;

    /**
     * Tells it there.
     *
     * @param aside where what the operator should know goes
     */
    Story(Terminal terminal, Terminal aside, ZoneId zone) {
        this.terminal = terminal;
        this.aside = aside;
        this.clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    void notice(Consent consent) {
        ConsentTerms terms = consent.terms();
        terms.notice().text().lines().forEach(terminal::text);
        terminal.fact("Purpose", terms.purpose().value());
        terminal.fact("Data", terms.dataItems().stream().sorted().collect(Collectors.joining(", ")));
        terminal.fact(
                "Passed to",
                terms.recipients().stream().map(ProviderId::value).sorted().collect(Collectors.joining(", ")));
    }

    /** Nobody is there to ask, so who started the program answers for the person. */
    void onBehalf() {
        aside.message("consent is recorded as given on the word of whoever runs this command");
    }

    void picture(Path file) {
        terminal.fact("Picture", file.toString());
    }

    void offer(AuthorizationChallenge.Offered offered) {
        terminal.fact("Open", offered.offer().url().toString());
        terminal.fact("Until", clock.format(offered.expiresAt()));
    }

    /** What a step has led to. */
    void progress(Progress progress) {
        progress.report().ifPresent(report -> terminal.bad(sentence(report) + left(progress.session())));
        if (progress.report().isEmpty()) {
            reached(progress.session()).ifPresent(terminal::good);
        }
    }

    /** What was in the way of a step. */
    void failure(Report report) {
        terminal.bad(sentence(report));
    }

    private static String sentence(Report report) {
        return Sentence.of(FRACTION.matcher(report.summary()).replaceAll(""))
                + report.retry().delay().map(Story::wait).orElse("");
    }

    private static String wait(Duration delay) {
        return " Wait " + delay.plusMillis(999).toSeconds() + " s before another.";
    }

    private static String left(KycSession session) {
        if (session instanceof KycSession.AwaitingOtp<?> waiting
                && waiting.otp() instanceof OtpChallenge.AwaitingCode code) {
            return " " + Sentence.count(code.attemptsLeft(), "attempt") + " left.";
        }
        return session instanceof KycSession.AwaitingCaptcha<?> waiting
                        && waiting.captcha() instanceof CaptchaChallenge.Shown shown
                ? " " + Sentence.count(shown.attemptsLeft(), "attempt") + " left, on a new image."
                : "";
    }

    private Optional<String> reached(KycSession session) {
        if (session instanceof KycSession.AwaitingOtp<?> waiting
                && waiting.otp() instanceof OtpChallenge.AwaitingCode code) {
            return Optional.of("A code is on its way to the linked mobile. It is good until " + at(code.expiresAt())
                    + ", for " + Sentence.count(code.attemptsLeft(), "attempt") + ".");
        }
        return session instanceof KycSession.Verified ? Optional.of("Verified.") : Optional.empty();
    }

    private String at(Instant instant) {
        return clock.format(instant);
    }
}
