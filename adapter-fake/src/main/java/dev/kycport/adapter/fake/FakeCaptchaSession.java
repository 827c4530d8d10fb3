package dev.kycport.adapter.fake;

import dev.kycport.domain.captcha.CaptchaAnswer;

/** The provider's side of a captcha session: which image is shown, and whether its right answer has been used. */
final class FakeCaptchaSession {

    private static final int FIRST = 42;

    private int image = FIRST;
    private boolean used;

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
