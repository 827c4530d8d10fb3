package dev.kycport.adapter.jdbc;

import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.captcha.CaptchaSnapshot;

/** A captcha challenge as JSON. */
final class CaptchaJson {

    private CaptchaJson() {}

    static JsonDraft write(CaptchaSnapshot captcha) {
        return new JsonDraft()
                .put("kind", Words.of(captcha.kind()))
                .at("since", captcha.since())
                .part("image", captcha.image().map(CaptchaJson::write))
                .at("expiresAt", captcha.expiresAt())
                .put("refreshesLeft", captcha.refreshesLeft())
                .put("attemptsLeft", captcha.attemptsLeft())
                .part("before", captcha.before().map(CaptchaJson::write));
    }

    static CaptchaSnapshot read(JsonRecord record) {
        return new CaptchaSnapshot(
                JsonRecord.named(CaptchaSnapshot.Kind.values(), Words::of, record.text("kind")),
                record.maybeTime("since"),
                record.maybePart("image").map(CaptchaJson::image),
                record.maybeTime("expiresAt"),
                record.count("refreshesLeft"),
                record.count("attemptsLeft"),
                record.maybePart("before").map(CaptchaJson::read));
    }

    private static JsonDraft write(CaptchaImage image) {
        return new JsonDraft()
                .put("session", image.session().value())
                .put("bytes", image.image())
                .put("type", image.type().mime());
    }

    private static CaptchaImage image(JsonRecord record) {
        return new CaptchaImage(
                new ProviderReference(record.text("session")),
                record.bytes("bytes"),
                JsonRecord.named(MediaType.values(), MediaType::mime, record.text("type")));
    }
}
