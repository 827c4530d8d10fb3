package dev.kycport.app.step;

import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.session.EndReason;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * One short sentence for the person, by code: what happened and what to do. In English and Hindi; every other language gets
 * English. The texts are in {@code dev/kycport/app/step/person-texts*.properties}.
 */
public final class PersonTexts {

    private static final String BUNDLE = "dev.kycport.app.step.person-texts";

    private final ResourceBundle bundle;
    private final Locale locale;

    private PersonTexts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The texts in that language, or in English. */
    public static PersonTexts in(Locale locale) {
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new PersonTexts(ResourceBundle.getBundle(BUNDLE, locale, control), locale);
    }

    /** What to say about a failure or verdict. {@code attemptsLeft} is how many attempts the view shows; 0 where it has none. */
    public String text(StepReport report, int attemptsLeft) {
        Duration wait = report.retryAdvice().kind() == RetryAdvice.Kind.AFTER
                ? report.retryAdvice().delay().orElse(Duration.ZERO)
                : Duration.ZERO;
        return text(report.code(), attemptsLeft, wait);
    }

    /** What to say about an ended session. */
    public String text(EndReason reason) {
        return text("ended." + reason.code(), 0, Duration.ZERO);
    }

    /**
     * What to say about a code, such as the last report of a view.
     *
     * @param wait how long until the step can succeed; shown in minutes, rounded up
     * @throws java.util.MissingResourceException if no report has that code
     */
    public String text(String code, int attemptsLeft, Duration wait) {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        return new MessageFormat(bundle.getString(code), locale).format(new Object[] {attemptsLeft, minutes});
    }
}
