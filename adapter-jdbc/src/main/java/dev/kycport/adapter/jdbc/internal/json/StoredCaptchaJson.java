package dev.kycport.adapter.jdbc.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.captcha.CaptchaSnapshot;
import java.time.Instant;
import java.util.Optional;

/** A captcha challenge as JSON. */
record StoredCaptchaJson(
        @JsonProperty("kind") CaptchaSnapshot.Kind kind,
        @JsonProperty("since") Optional<Instant> since,
        @JsonProperty("image") Optional<Image> image,
        @JsonProperty("expiresAt") Optional<Instant> expiresAt,
        @JsonProperty("refreshesLeft") int refreshesLeft,
        @JsonProperty("attemptsLeft") int attemptsLeft,
        @JsonProperty("before") Optional<StoredCaptchaJson> previous) {

    static StoredCaptchaJson of(CaptchaSnapshot captcha) {
        return new StoredCaptchaJson(
                captcha.kind(),
                captcha.since(),
                captcha.image().map(image -> new Image(image.session(), image.image(), image.type())),
                captcha.expiresAt(),
                captcha.refreshesLeft(),
                captcha.attemptsLeft(),
                captcha.previous().map(StoredCaptchaJson::of));
    }

    CaptchaSnapshot toSnapshot() {
        return new CaptchaSnapshot(
                kind,
                since,
                image.map(stored -> new CaptchaImage(stored.session(), stored.bytes(), stored.type())),
                expiresAt,
                refreshesLeft,
                attemptsLeft,
                previous.map(StoredCaptchaJson::toSnapshot));
    }

    record Image(
            @JsonProperty("session") ProviderReference session,
            @JsonProperty("bytes") Bytes bytes,
            @JsonProperty("type") MediaType type) {}
}
