package dev.kycport.http.internal.page;

import dev.kycport.app.step.SessionView;
import dev.kycport.domain.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the hosted page shows; public for its template. It holds no number, no code and nothing that the person typed.
 *
 * @param address where forms are sent, and where this page is
 * @param csrf the proof that a form is ours; empty before the browser has the page
 * @param revision the revision of the session that the page shows, so that an old form does nothing
 * @param message what came of the last step
 * @param field the field that the message is about
 * @param offerUrl where DigiLocker waits
 * @param returnUrl where the host waits
 */
public record PageModel(
        PageTexts texts,
        String base,
        String brand,
        boolean hasLogo,
        String address,
        String csrf,
        long revision,
        SessionView view,
        Optional<String> message,
        Optional<String> field,
        Optional<String> offerUrl,
        Optional<String> returnUrl) {

    /** The words of that key. */
    public String text(String key, Object... values) {
        return texts.get(key, values);
    }

    public String screen() {
        return view.screen().code();
    }

    /** The heading of the screen. */
    public String heading() {
        return text("heading." + headingKey());
    }

    /** Whether the action can be taken now or later. */
    public boolean offers(String action) {
        return view.action(action).isPresent();
    }

    /** Whether the person has to type the number again for another code. */
    public boolean resendNeedsNumber() {
        return view.action("resend-code")
                .filter(action -> action.fields().contains("aadhaar"))
                .isPresent();
    }

    /** The seconds until another code can be requested; 0 if it can be now. */
    public long secondsToResend() {
        return view.action("resend-code")
                .flatMap(SessionView.Action::notBefore)
                .map(this::secondsUntil)
                .orElse(0L);
    }

    /** The seconds until the code expires. */
    public long secondsToCodeEnd() {
        return view.code()
                .flatMap(SessionView.CodeView::expiresAt)
                .map(this::secondsUntil)
                .orElse(0L);
    }

    /** The attempts that are left at what the screen asks for. */
    public int attemptsLeft() {
        return view.code()
                .map(SessionView.CodeView::attemptsLeft)
                .or(() -> view.captcha().map(SessionView.CaptchaView::attemptsLeft))
                .orElse(0);
    }

    /** The captcha image as a data URL; empty without an image. */
    public String captchaImage() {
        return view.captcha()
                .filter(captcha ->
                        captcha.image().isPresent() && captcha.mediaType().isPresent())
                .map(captcha -> "data:" + captcha.mediaType().orElseThrow() + ";base64,"
                        + base64(captcha.image().orElseThrow()))
                .orElse("");
    }

    public int refreshesLeft() {
        return view.captcha().map(SessionView.CaptchaView::refreshesLeft).orElse(0);
    }

    /** A duration as minutes and seconds, such as 9:58. */
    public String clock(long seconds) {
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }

    /** The names of the data items in the person's language, where they are the usual ones. */
    public List<String> dataItems() {
        return view.consent().data().stream()
                .map(item -> texts.find("data." + item.replace(' ', '-').toLowerCase(Locale.ROOT))
                        .orElse(item))
                .toList();
    }

    /** The name of a language in itself. */
    public String languageName(String language) {
        return PageTexts.in(language).get("language.name");
    }

    /** The paragraphs of the notice. */
    public List<String> noticeLines() {
        return view.consent().text().lines().filter(line -> !line.isBlank()).toList();
    }

    public String recipients() {
        return String.join(", ", view.consent().recipients());
    }

    /** Why the session ended, and what to do. */
    public String endText() {
        return view.endReason()
                .flatMap(reason -> texts.report("ended." + reason, 0, Duration.ZERO))
                .orElse("");
    }

    /** Whether consent can be withdrawn here. */
    public boolean canWithdraw() {
        return offers("withdraw-consent");
    }

    public boolean isError(String name) {
        return field.filter(name::equals).isPresent();
    }

    /** The other languages, by their codes. */
    public List<String> otherLanguages() {
        return PageTexts.languages().stream()
                .filter(language -> !language.equals(texts.language()))
                .toList();
    }

    private String headingKey() {
        return switch (view.screen()) {
            case CONSENT, NUMBER, CAPTCHA, WAIT, REDIRECT, COLLECT, DOCUMENT, VERIFIED, COMPLETED, ENDED -> screen();
            case CODE -> offers("submit-code") ? "code" : "no-code";
        };
    }

    private long secondsUntil(Instant end) {
        return Math.max(0, Duration.between(view.asOf(), end).plusMillis(999).toSeconds());
    }

    private static String base64(Bytes image) {
        return Base64.getEncoder().encodeToString(image.toArray());
    }
}
