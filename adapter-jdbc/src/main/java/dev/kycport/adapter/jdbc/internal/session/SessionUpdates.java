package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.crypto.IdentityCipher;
import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import dev.kycport.ports.store.StepWrites;
import java.util.ArrayList;
import java.util.List;

/** The statements that store a session with its audit entries. */
public final class SessionUpdates {

    private final SessionDao rows;

    public SessionUpdates(IdentityCipher cipher) {
        this.rows = new SessionDao(cipher);
    }

    /** The session first: if it changes no row, another step was faster. Everything is encoded and encrypted here. */
    public List<JdbcUpdate> of(StepWrites.SessionWrite write) {
        List<JdbcUpdate> updates = new ArrayList<>();
        SessionRow row = rows.row(write.next());
        updates.add(write.expectedRevision()
                .map(revision -> SessionDao.update(revision, row))
                .orElseGet(() -> SessionDao.insert(row)));
        AuditRow.of(write.entries()).forEach(entry -> updates.add(AuditDao.insert(entry)));
        return updates;
    }
}
