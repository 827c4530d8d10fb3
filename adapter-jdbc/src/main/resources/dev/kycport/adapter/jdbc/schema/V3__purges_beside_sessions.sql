-- What a purge took beside sessions.
ALTER TABLE kyc_purge ADD COLUMN identities BIGINT NOT NULL DEFAULT 0;
ALTER TABLE kyc_purge ADD COLUMN files BIGINT NOT NULL DEFAULT 0;
ALTER TABLE kyc_purge ADD COLUMN files_held BIGINT NOT NULL DEFAULT 0;
