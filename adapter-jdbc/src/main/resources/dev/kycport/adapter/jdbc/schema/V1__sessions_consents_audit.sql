-- One schema for both databases; what they call differently is a placeholder.
-- Times are microseconds since 1970, for indexes only: the exact instants stand in the JSON beside them.

CREATE TABLE kyc_session (
    id           ${id} NOT NULL PRIMARY KEY,
    subject      TEXT NOT NULL,
    consent      ${id} NOT NULL,
    provider     TEXT NOT NULL,
    state        TEXT NOT NULL,
    revision     BIGINT NOT NULL,
    opened_at    BIGINT NOT NULL,
    -- From when time or a withdrawal can change the session; NULL once nothing will.
    due_at       BIGINT,
    -- When its consent was withdrawn. Never taken back, so that no step under way can hide it from settling.
    withdrawn_at BIGINT,
    snapshot     TEXT NOT NULL,
    -- What a provider vouched for, sealed; NULL where there is nothing, or nothing any more.
    identity     ${bytes}
);

-- Settling, the longest due first.
CREATE INDEX kyc_session_due ON kyc_session (due_at, id) WHERE due_at IS NOT NULL;
-- Withdrawing a consent, and checking the ledger against what was done under it.
CREATE INDEX kyc_session_consent ON kyc_session (consent);
-- Purging.
CREATE INDEX kyc_session_opened ON kyc_session (opened_at, id);

CREATE TABLE kyc_audit (
    seq     ${serial} PRIMARY KEY,
    session ${id} NOT NULL,
    at      BIGINT NOT NULL,
    kind    TEXT NOT NULL,
    entry   TEXT NOT NULL
);

-- A session's trail, in the order in which it was written.
CREATE UNIQUE INDEX kyc_audit_session ON kyc_audit (session, seq);

CREATE TABLE kyc_consent_event (
    consent  ${id} NOT NULL,
    position INTEGER NOT NULL,
    -- Who was asked; in the first link only.
    subject  TEXT,
    at       BIGINT NOT NULL,
    kind     TEXT NOT NULL,
    event    TEXT NOT NULL,
    hash     TEXT NOT NULL,
    PRIMARY KEY (consent, position)
);

-- Everything a person was ever asked for.
CREATE INDEX kyc_consent_event_subject ON kyc_consent_event (subject, at) WHERE position = 0;
