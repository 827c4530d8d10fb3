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
 * One round over the sessions that are due, page by page: a page is read and decided without a lock or a transaction, and only
 * what was decided is written in one. So a live step waits for nothing but that writing, and what breaks while it is decided
 * breaks no transaction.
 */
final class DueSessionProcessor {

    private final Database database;
    private final SessionDao rows;
    private final Function<SessionSnapshot, Optional<Reconciled>> reconciliation;
    private final Runnable pause;

    /** @param pause is run between two transactions */
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

    /** How many sessions were stored. */
    int run(Instant now) {
        DueSessionQuery due = new DueSessionQuery(rows, now);
        int stored = 0;
        Optional<DueSession> last = Optional.of(DueSession.START);
        while (last.isPresent()) {
            DueSession after = last.get();
            List<DueSession> page = database.read(handle -> due.nextPage(handle, after));
            int settled = process(page);
            eraseIdentities(unreadableIds(page), now);
            last = DueSessionQuery.lastOf(page);
            if (settled > 0 && last.isPresent()) {
                pause.run();
            }
            stored += settled;
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

    // What was decided before it broke is not lost; nor is why it broke, if that cannot be stored either.
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

    // A row that cannot be read is nobody's to settle, but it keeps no identity past its time.
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
        stored.forEach(update -> update.settled().afterCommit().run());
        return stored.size();
    }
}
