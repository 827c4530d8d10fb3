package dev.kycport.adapter.jdbc.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import java.time.Instant;
import java.util.Optional;

/** A session as JSON, without its identity, which is stored encrypted in a column of its own. */
public record StoredSessionJson(
        @JsonProperty("v") int version,
        @JsonProperty("id") SessionId id,
        @JsonProperty("flow") Flow flow,
        @JsonProperty("provider") ProviderId provider,
        @JsonProperty("subject") SubjectRef subject,
        @JsonProperty("consent") ConsentId consent,
        @JsonProperty("purpose") Purpose purpose,
        @JsonProperty("openedAt") Instant openedAt,
        @JsonProperty("expiresAt") Instant expiresAt,
        @JsonProperty("revision") long revision,
        @JsonProperty("state") SessionState state,
        @JsonProperty("captcha") Optional<StoredCaptchaJson> captcha,
        @JsonProperty("otp") Optional<StoredOtpJson> otp,
        @JsonProperty("authorization") Optional<StoredAuthorizationJson> authorization,
        @JsonProperty("keptUntil") Optional<Instant> keptUntil,
        @JsonProperty("assurance") Optional<StoredIdentityJson.Verification> assurance,
        @JsonProperty("endReason") Optional<EndReason> endReason)
        implements StoredJson.Versioned {

    public static String write(SessionSnapshot session) {
        SessionHeader header = session.header();
        return StoredJson.write(new StoredSessionJson(
                StoredJson.FORMAT,
                header.id(),
                header.flow(),
                header.provider(),
                header.subject(),
                header.consent(),
                header.purpose(),
                header.openedAt(),
                header.expiresAt(),
                header.revision(),
                session.state(),
                session.captcha().map(StoredCaptchaJson::of),
                session.otp().map(StoredOtpJson::of),
                session.authorization().map(StoredAuthorizationJson::of),
                session.keptUntil(),
                session.assurance().map(StoredIdentityJson.Verification::of),
                session.endReason()));
    }

    public static SessionSnapshot read(String json, Optional<VerifiedIdentity> identity) {
        StoredSessionJson session = StoredJson.read(json, StoredSessionJson.class);
        return new SessionSnapshot(
                session.header(),
                session.state,
                session.captcha.map(StoredCaptchaJson::toSnapshot),
                session.otp.map(StoredOtpJson::toSnapshot),
                session.authorization.map(StoredAuthorizationJson::toSnapshot),
                identity,
                session.keptUntil,
                session.assurance.map(StoredIdentityJson.Verification::toDomain),
                session.endReason);
    }

    private SessionHeader header() {
        return new SessionHeader(id, flow, provider, subject, consent, purpose, openedAt, expiresAt, revision);
    }
}
