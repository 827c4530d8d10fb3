package dev.kycport.http.internal.page;

import dev.kycport.app.step.PersonTexts;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of the hosted page in one language. */
public final class PageTexts {

    /** The language of a page that names none. */
    static final String DEFAULT = "en";

    private static final String BUNDLE = "dev.kycport.http.page-texts";
    private static final List<String> LANGUAGES = List.of(DEFAULT, "hi");

    private final Locale locale;
    private final ResourceBundle bundle;
    private final PersonTexts personTexts;

    private PageTexts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                PageTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.personTexts = PersonTexts.in(locale);
    }

    static boolean isKnown(String language) {
        return LANGUAGES.contains(language);
    }

    static List<String> languages() {
        return LANGUAGES;
    }

    /** The words of a known language, or the English ones. */
    static PageTexts in(String language) {
        return new PageTexts(Locale.forLanguageTag(isKnown(language) ? language : DEFAULT));
    }

    public String language() {
        return locale.getLanguage();
    }

    /** The words of that key. */
    public String get(String key, Object... values) {
        return values.length == 0
                ? new MessageFormat(bundle.getString(key), locale).format(new Object[0])
                : new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The words of that key if there are any. */
    Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(get(key)) : Optional.empty();
    }

    /** What to say about a report's code; nothing if no report has that code. */
    Optional<String> report(String code, int attemptsLeft, Duration wait) {
        try {
            return Optional.of(personTexts.text(code, attemptsLeft, wait));
        } catch (MissingResourceException unknown) {
            return Optional.empty();
        }
    }
}
