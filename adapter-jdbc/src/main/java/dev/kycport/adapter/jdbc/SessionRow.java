package dev.kycport.adapter.jdbc;

import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.SessionSnapshot;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A session ready to be stored: made, and its identity sealed, before a connection is taken, since on SQLite everybody else
 * who writes waits for that.
 */
record SessionRow(SessionSnapshot session, String snapshot, Optional<byte[]> sealed) {

    static SessionRow of(SessionSnapshot session, IdentitySeal seal) {
        Dossier dossier = session.dossier();
        return new SessionRow(
                session,
                SessionJson.write(session),
                session.identity()
                        .map(identity -> seal.seal(dossier.id(), dossier.subject(), IdentityJson.write(identity))));
    }

    /** Whether nothing will change it any more, not even a withdrawal. */
    boolean isOver() {
        return session.dueAt().isEmpty() && sealed.isEmpty();
    }

    /** What every write of it sets: provider, state, revision, due instant, snapshot and identity; and then its id. */
    Values bind(Values values) throws SQLException {
        Dossier dossier = session.dossier();
        return values.text(dossier.provider().value())
                .text(session.state().code())
                .number(dossier.revision())
                .number(session.dueAt().map(Rows::micros))
                .text(snapshot)
                .bytes(sealed)
                .text(dossier.id().value());
    }

    @Override
    public String toString() {
        return "SessionRow[" + session.dossier().id() + "]";
    }
}
