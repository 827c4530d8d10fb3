package dev.kycport.adapter.jdbc;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import java.util.Optional;

/** A session as JSON, without its identity, which is kept sealed in a column of its own. */
final class SessionJson {

    static final int FORMAT = 1;

    private SessionJson() {}

    static String write(SessionSnapshot session) {
        Dossier dossier = session.dossier();
        return JsonDraft.inFormat(FORMAT)
                .put("id", dossier.id().value())
                .put("flow", dossier.flow().code())
                .put("provider", dossier.provider().value())
                .put("subject", dossier.subject().value())
                .put("consent", dossier.consent().value())
                .put("purpose", dossier.purpose().value())
                .at("openedAt", dossier.openedAt())
                .at("expiresAt", dossier.expiresAt())
                .put("revision", dossier.revision())
                .put("state", session.state().code())
                .part("captcha", session.captcha().map(CaptchaJson::write))
                .part("otp", session.otp().map(OtpJson::write))
                .part("authorization", session.authorization().map(AuthorizationJson::write))
                .at("keptUntil", session.keptUntil())
                .part("assurance", session.assurance().map(IdentityJson::write))
                .put("endReason", session.endReason().map(EndReason::code))
                .text();
    }

    static SessionSnapshot read(String json, Optional<VerifiedIdentity> identity) {
        JsonRecord record = JsonRecord.inFormat(FORMAT, json);
        return new SessionSnapshot(
                dossier(record),
                JsonRecord.named(SessionState.values(), SessionState::code, record.text("state")),
                record.maybePart("captcha").map(CaptchaJson::read),
                record.maybePart("otp").map(OtpJson::read),
                record.maybePart("authorization").map(AuthorizationJson::read),
                identity,
                record.maybeTime("keptUntil"),
                record.maybePart("assurance").map(IdentityJson::assurance),
                record.maybe("endReason").map(reason -> EndReason.named(reason).orElseThrow(JsonRecord::damaged)));
    }

    private static Dossier dossier(JsonRecord record) {
        return new Dossier(
                new SessionId(record.text("id")),
                Flow.named(record.text("flow")).orElseThrow(JsonRecord::damaged),
                new ProviderId(record.text("provider")),
                new SubjectRef(record.text("subject")),
                new ConsentId(record.text("consent")),
                new Purpose(record.text("purpose")),
                record.time("openedAt"),
                record.time("expiresAt"),
                record.number("revision"));
    }
}
