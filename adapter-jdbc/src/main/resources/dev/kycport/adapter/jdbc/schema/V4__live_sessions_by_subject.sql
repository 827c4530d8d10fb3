-- Finding the live session of a person.
CREATE INDEX kyc_session_subject ON kyc_session (subject, opened_at) WHERE due_at IS NOT NULL;
