package dev.kycport.adapter.jdbc;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.otp.OtpSnapshot;

/** An OTP challenge as JSON. */
final class OtpJson {

    private OtpJson() {}

    static JsonDraft write(OtpSnapshot otp) {
        return new JsonDraft()
                .put("kind", Words.of(otp.kind()))
                .at("since", otp.since())
                .put("reference", otp.reference().map(ProviderReference::value))
                .at("expiresAt", otp.expiresAt())
                .put("attemptsLeft", otp.attemptsLeft())
                .put("resendsLeft", otp.resendsLeft())
                .at("resendNotBefore", otp.resendNotBefore())
                .part("before", otp.before().map(OtpJson::write));
    }

    static OtpSnapshot read(JsonRecord record) {
        return new OtpSnapshot(
                JsonRecord.named(OtpSnapshot.Kind.values(), Words::of, record.text("kind")),
                record.maybeTime("since"),
                record.maybe("reference").map(ProviderReference::new),
                record.maybeTime("expiresAt"),
                record.count("attemptsLeft"),
                record.count("resendsLeft"),
                record.maybeTime("resendNotBefore"),
                record.maybePart("before").map(OtpJson::read));
    }
}
