package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.crypto.IdentityCipher;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.adapter.jdbc.internal.database.StatementBinder;
import dev.kycport.adapter.jdbc.internal.json.StoredIdentityJson;
import dev.kycport.adapter.jdbc.internal.json.StoredSessionJson;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionSnapshot;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A session ready to be stored: made, and its identity sealed, before a connection is taken, since on SQLite everybody else
 * who writes waits for that.
 */
record SessionRow(SessionSnapshot session, String snapshot, Optional<byte[]> encryptedIdentity) {

    static SessionRow of(SessionSnapshot session, IdentityCipher cipher) {
        SessionHeader sessionHeader = session.header();
        return new SessionRow(
                session,
                StoredSessionJson.write(session),
                session.identity()
                        .map(identity -> cipher.encrypt(
                                sessionHeader.id(), sessionHeader.subject(), StoredIdentityJson.write(identity))));
    }

    /** Whether nothing will change it any more, not even a withdrawal. */
    boolean isFinal() {
        return session.dueAt().isEmpty() && encryptedIdentity.isEmpty();
    }

    /** What every write of it sets: provider, state, revision, due instant, snapshot and identity; and then its id. */
    StatementBinder bind(StatementBinder statementBinder) throws SQLException {
        SessionHeader sessionHeader = session.header();
        return statementBinder
                .text(sessionHeader.provider().value())
                .text(session.state().code())
                .number(sessionHeader.revision())
                .number(session.dueAt().map(RowSupport::toMicros))
                .text(snapshot)
                .bytes(encryptedIdentity)
                .text(sessionHeader.id().value());
    }

    @Override
    public String toString() {
        return "SessionRow[" + session.header().id() + "]";
    }
}
