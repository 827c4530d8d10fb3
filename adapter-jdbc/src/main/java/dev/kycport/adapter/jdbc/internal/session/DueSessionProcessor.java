package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.SessionStore.Reconciled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One reconciliation of all due sessions, page by page. A page is read and reconciled without lock or transaction; only the writing
 * is a transaction. So a live step waits only for the writing, and a failure of the reconciliation breaks no transaction.
 */
final class DueSessionProcessor {

    private final Database database;
    private final SessionDao rows;
    private final Function<SessionSnapshot, Optional<Reconciled>> reconciliation;
    private final Runnable pause;

    /** @param pause runs between two transactions */
    DueSessionProcessor(
            Database database,
            SessionDao rows,
            Function<SessionSnapshot, Optional<Reconciled>> reconciliation,
            Runnable pause) {
        this.database = database;
        this.rows = rows;
        this.reconciliation = reconciliation;
        this.pause = pause;
    }

    /** Returns the number of stored sessions. */
    int run(Instant now) {
        DueSessionQuery due = new DueSessionQuery(rows, now);
        int stored = 0;
        Optional<DueSession> last = Optional.of(DueSession.START);
        while (last.isPresent()) {
            DueSession after = last.get();
            List<DueSession> page = database.read(handle -> due.nextPage(handle, after));
            int processed = process(page);
            eraseIdentities(unreadableIds(page), now);
            last = DueSessionQuery.lastOf(page);
            if (processed > 0 && last.isPresent()) {
                pause.run();
            }
            stored += processed;
        }
        return stored;
    }

    private int process(List<DueSession> page) {
        List<DueSessionUpdate> updates = new ArrayList<>();
        try {
            page.forEach(due -> due.session().flatMap(this::reconcile).ifPresent(updates::add));
        } catch (RuntimeException failure) {
            throw storeBeforeFailing(updates, failure);
        }
        return store(updates);
    }

    // Stores what was reconciled before the failure, and keeps the failure if the storing fails too.
    private RuntimeException storeBeforeFailing(List<DueSessionUpdate> updates, RuntimeException failure) {
        try {
            int unused = store(updates);
        } catch (RuntimeException further) {
            failure.addSuppressed(further);
        }
        return failure;
    }

    private static List<String> unreadableIds(List<DueSession> page) {
        return page.stream()
                .filter(due -> due.session().isEmpty())
                .map(DueSession::id)
                .toList();
    }

    // An unreadable session cannot be reconciled, but its identity must not outlive its retention.
    private void eraseIdentities(List<String> unreadable, Instant now) {
        if (!unreadable.isEmpty()) {
            database.writeStatement(handle -> SessionDao.eraseDue(handle, unreadable, now));
        }
    }

    private Optional<DueSessionUpdate> reconcile(SessionSnapshot due) {
        return reconciliation
                .apply(due)
                .map(reconciled ->
                        new DueSessionUpdate(due.header().revision(), rows.row(reconciled.next()), reconciled));
    }

    private int store(List<DueSessionUpdate> updates) {
        List<DueSessionUpdate> stored = updates.isEmpty()
                ? List.of()
                : database.write(handle -> DueSessionUpdate.store(updates, handle, database.dialect()));
        stored.forEach(update -> update.reconciled().afterCommit().run());
        return stored.size();
    }
}
