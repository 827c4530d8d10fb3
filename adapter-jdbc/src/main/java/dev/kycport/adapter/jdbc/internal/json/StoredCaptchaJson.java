package dev.kycport.adapter.jdbc.internal.json;

import dev.kycport.adapter.jdbc.internal.database.EnumCodes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.captcha.CaptchaSnapshot;

/** A captcha challenge as JSON. */
final class StoredCaptchaJson {

    private StoredCaptchaJson() {}

    static JsonWriter write(CaptchaSnapshot captcha) {
        return new JsonWriter()
                .put("kind", EnumCodes.codeOf(captcha.kind()))
                .time("since", captcha.since())
                .part("image", captcha.image().map(StoredCaptchaJson::write))
                .time("expiresAt", captcha.expiresAt())
                .put("refreshesLeft", captcha.refreshesLeft())
                .put("attemptsLeft", captcha.attemptsLeft())
                .part("before", captcha.previous().map(StoredCaptchaJson::write));
    }

    static CaptchaSnapshot read(JsonReader record) {
        return new CaptchaSnapshot(
                JsonReader.byCode(CaptchaSnapshot.Kind.values(), EnumCodes::codeOf, record.text("kind")),
                record.optionalTime("since"),
                record.optionalPart("image").map(StoredCaptchaJson::image),
                record.optionalTime("expiresAt"),
                record.integer("refreshesLeft"),
                record.integer("attemptsLeft"),
                record.optionalPart("before").map(StoredCaptchaJson::read));
    }

    private static JsonWriter write(CaptchaImage image) {
        return new JsonWriter()
                .put("session", image.session().value())
                .put("bytes", image.image())
                .put("type", image.type().mime());
    }

    private static CaptchaImage image(JsonReader record) {
        return new CaptchaImage(
                new ProviderReference(record.text("session")),
                record.bytes("bytes"),
                JsonReader.byCode(MediaType.values(), MediaType::mime, record.text("type")));
    }
}
