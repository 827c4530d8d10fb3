-- What an inbound adapter keeps for a while: answers to requests that may be repeated, links to hosted pages. No secret and no
-- identity in the clear.
CREATE TABLE kyc_record (
    kind       TEXT NOT NULL,
    id         ${id} NOT NULL,
    value      TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (kind, id)
);

-- Deleting them.
CREATE INDEX kyc_record_expires ON kyc_record (expires_at);
