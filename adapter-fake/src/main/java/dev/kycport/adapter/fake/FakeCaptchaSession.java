package dev.kycport.adapter.fake;

import dev.kycport.domain.captcha.CaptchaAnswer;

/** The provider's side of a captcha session: which image is shown, and whether its right answer has been used. */
final class FakeCaptchaSession {

    /** In its reference: the number of the image. */
    static final ReferenceCache.Form<FakeCaptchaSession> FORM = new ReferenceCache.Form<>(
            "captcha",
            session -> String.valueOf(session.image),
            text -> new FakeCaptchaSession(Integer.parseInt(text)));

    private static final int FIRST = 42;

    private int image;
    private boolean used;

    FakeCaptchaSession() {
        this(FIRST);
    }

    private FakeCaptchaSession(int image) {
        this.image = image;
    }

    /** What the image that is shown now says. */
    synchronized String text() {
        return "KYC" + image;
    }

    /** Shows the next image, which voids this one. */
    synchronized String reload() {
        image++;
        used = false;
        return text();
    }

    /** Whether the answer is right and was not used before. */
    synchronized boolean accepts(CaptchaAnswer answer) {
        return !used && answer.reveal().equals(text());
    }

    /** The same, and uses it: it works once. */
    synchronized boolean consume(CaptchaAnswer answer) {
        boolean accepted = accepts(answer);
        used |= accepted;
        return accepted;
    }
}
