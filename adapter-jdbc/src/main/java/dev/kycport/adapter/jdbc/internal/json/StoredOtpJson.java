package dev.kycport.adapter.jdbc.internal.json;

import dev.kycport.adapter.jdbc.internal.database.EnumCodes;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.otp.OtpSnapshot;

/** An OTP challenge as JSON. */
final class StoredOtpJson {

    private StoredOtpJson() {}

    static JsonWriter write(OtpSnapshot otp) {
        return new JsonWriter()
                .put("kind", EnumCodes.codeOf(otp.kind()))
                .time("since", otp.since())
                .put("reference", otp.reference().map(ProviderReference::value))
                .time("expiresAt", otp.expiresAt())
                .put("attemptsLeft", otp.attemptsLeft())
                .put("resendsLeft", otp.resendsLeft())
                .time("resendNotBefore", otp.resendNotBefore())
                .part("before", otp.previous().map(StoredOtpJson::write));
    }

    static OtpSnapshot read(JsonReader record) {
        return new OtpSnapshot(
                JsonReader.byCode(OtpSnapshot.Kind.values(), EnumCodes::codeOf, record.text("kind")),
                record.optionalTime("since"),
                record.optionalText("reference").map(ProviderReference::new),
                record.optionalTime("expiresAt"),
                record.integer("attemptsLeft"),
                record.integer("resendsLeft"),
                record.optionalTime("resendNotBefore"),
                record.optionalPart("before").map(StoredOtpJson::read));
    }
}
