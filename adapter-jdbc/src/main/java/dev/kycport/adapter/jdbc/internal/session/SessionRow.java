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
 * A session that is ready to be stored. It is encoded and encrypted before a connection is taken, because on SQLite all other
 * writers wait for the connection.
 */
record SessionRow(SessionSnapshot session, String snapshot, Optional<byte[]> encryptedIdentity) {

    static SessionRow of(SessionSnapshot session, IdentityCipher cipher) {
        SessionHeader header = session.header();
        return new SessionRow(
                session,
                StoredSessionJson.write(session),
                session.identity()
                        .map(identity ->
                                cipher.encrypt(header.id(), header.subject(), StoredIdentityJson.write(identity))));
    }

    /** Whether nothing can change the session any more, not even a withdrawal. */
    boolean isFinal() {
        return session.dueAt().isEmpty() && encryptedIdentity.isEmpty();
    }

    /** Binds provider, state, revision, due instant, snapshot, identity and id. */
    StatementBinder bind(StatementBinder binder) throws SQLException {
        SessionHeader header = session.header();
        return binder.text(header.provider().value())
                .text(session.state().code())
                .number(header.revision())
                .number(session.dueAt().map(RowSupport::toMicros))
                .text(snapshot)
                .bytes(encryptedIdentity)
                .text(header.id().value());
    }

    @Override
    public String toString() {
        return "SessionRow[" + session.header().id() + "]";
    }
}
