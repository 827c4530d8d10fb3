package dev.kycport.adapter.jdbc.internal.json;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import java.util.Optional;

/** A session as JSON, without its identity, which is kept sealed in a column of its own. */
public final class StoredSessionJson {

    static final int FORMAT = 1;

    private StoredSessionJson() {}

    public static String write(SessionSnapshot session) {
        SessionHeader sessionHeader = session.header();
        return JsonWriter.inFormat(FORMAT)
                .put("id", sessionHeader.id().value())
                .put("flow", sessionHeader.flow().code())
                .put("provider", sessionHeader.provider().value())
                .put("subject", sessionHeader.subject().value())
                .put("consent", sessionHeader.consent().value())
                .put("purpose", sessionHeader.purpose().value())
                .time("openedAt", sessionHeader.openedAt())
                .time("expiresAt", sessionHeader.expiresAt())
                .put("revision", sessionHeader.revision())
                .put("state", session.state().code())
                .part("captcha", session.captcha().map(StoredCaptchaJson::write))
                .part("otp", session.otp().map(StoredOtpJson::write))
                .part("authorization", session.authorization().map(StoredAuthorizationJson::write))
                .time("keptUntil", session.keptUntil())
                .part("assurance", session.assurance().map(StoredIdentityJson::write))
                .put("endReason", session.endReason().map(EndReason::code))
                .text();
    }

    public static SessionSnapshot read(String json, Optional<VerifiedIdentity> identity) {
        JsonReader record = JsonReader.inFormat(FORMAT, json);
        return new SessionSnapshot(
                dossier(record),
                JsonReader.byCode(SessionState.values(), SessionState::code, record.text("state")),
                record.optionalPart("captcha").map(StoredCaptchaJson::read),
                record.optionalPart("otp").map(StoredOtpJson::read),
                record.optionalPart("authorization").map(StoredAuthorizationJson::read),
                identity,
                record.optionalTime("keptUntil"),
                record.optionalPart("assurance").map(StoredIdentityJson::assurance),
                record.optionalText("endReason")
                        .map(reason -> EndReason.fromCode(reason).orElseThrow(JsonReader::damaged)));
    }

    private static SessionHeader dossier(JsonReader record) {
        return new SessionHeader(
                new SessionId(record.text("id")),
                Flow.fromCode(record.text("flow")).orElseThrow(JsonReader::damaged),
                new ProviderId(record.text("provider")),
                new SubjectRef(record.text("subject")),
                new ConsentId(record.text("consent")),
                new Purpose(record.text("purpose")),
                record.time("openedAt"),
                record.time("expiresAt"),
                record.number("revision"));
    }
}
