-- Numbers that a code is on its way to, each as a keyed hash; a row goes soon after free_at.
CREATE TABLE kyc_pending_code (
    hash    ${id} NOT NULL PRIMARY KEY,
    session ${id} NOT NULL,
    free_at BIGINT NOT NULL
);

-- Forgetting them.
CREATE INDEX kyc_pending_code_free ON kyc_pending_code (free_at);

-- People whose data stays.
CREATE TABLE kyc_hold (
    subject TEXT NOT NULL PRIMARY KEY,
    reason  TEXT NOT NULL,
    since   TEXT NOT NULL
);

-- What was purged: a row for each transaction that took something; those of one purge share its name.
CREATE TABLE kyc_purge (
    seq       ${serial} PRIMARY KEY,
    purge     ${id} NOT NULL,
    at        TEXT NOT NULL,
    before_at TEXT NOT NULL,
    sessions  BIGINT NOT NULL,
    entries   BIGINT NOT NULL,
    held      BIGINT NOT NULL
);

-- Counting what is sealed under which key, without a look at the sessions whose identity is gone: nearly all.
CREATE INDEX kyc_session_sealed ON kyc_session (id) WHERE identity IS NOT NULL;
