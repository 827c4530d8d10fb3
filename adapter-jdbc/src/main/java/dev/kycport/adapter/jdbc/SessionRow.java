package dev.kycport.adapter.jdbc;

import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.SessionSnapshot;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

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

    /** What every write of it sets. */
    <S extends SqlStatement<S>> S bind(S statement) {
        Dossier dossier = session.dossier();
        return statement
                .bind("id", Bound.text(dossier.id().value()))
                .bind("provider", Bound.text(dossier.provider().value()))
                .bind("state", Bound.text(session.state().code()))
                .bind("revision", Bound.number(dossier.revision()))
                .bind("dueAt", Bound.number(session.dueAt().map(Rows::micros)))
                .bind("snapshot", Bound.text(snapshot))
                .bind("identity", Bound.bytes(sealed));
    }

    @Override
    public String toString() {
        return "SessionRow[" + session.dossier().id() + "]";
    }
}
