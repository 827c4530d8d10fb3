package dev.kycport.adapter.jdbc.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.otp.OtpSnapshot;
import java.time.Instant;
import java.util.Optional;

/** An OTP challenge as JSON. */
record StoredOtpJson(
        @JsonProperty("kind") OtpSnapshot.Kind kind,
        @JsonProperty("since") Optional<Instant> since,
        @JsonProperty("reference") Optional<ProviderReference> reference,
        @JsonProperty("expiresAt") Optional<Instant> expiresAt,
        @JsonProperty("attemptsLeft") int attemptsLeft,
        @JsonProperty("resendsLeft") int resendsLeft,
        @JsonProperty("resendNotBefore") Optional<Instant> resendNotBefore,
        @JsonProperty("before") Optional<StoredOtpJson> previous) {

    static StoredOtpJson of(OtpSnapshot otp) {
        return new StoredOtpJson(
                otp.kind(),
                otp.since(),
                otp.reference(),
                otp.expiresAt(),
                otp.attemptsLeft(),
                otp.resendsLeft(),
                otp.resendNotBefore(),
                otp.previous().map(StoredOtpJson::of));
    }

    OtpSnapshot toSnapshot() {
        return new OtpSnapshot(
                kind,
                since,
                reference,
                expiresAt,
                attemptsLeft,
                resendsLeft,
                resendNotBefore,
                previous.map(StoredOtpJson::toSnapshot));
    }
}
