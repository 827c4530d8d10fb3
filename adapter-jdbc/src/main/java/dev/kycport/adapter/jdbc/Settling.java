package dev.kycport.adapter.jdbc;

import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.SessionStore.Settled;
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
final class Settling {

    private final Database database;
    private final SessionRows rows;
    private final Function<SessionSnapshot, Optional<Settled>> settle;
    private final Runnable pause;

    /** @param pause is run between two transactions */
    Settling(Database database, SessionRows rows, Function<SessionSnapshot, Optional<Settled>> settle, Runnable pause) {
        this.database = database;
        this.rows = rows;
        this.settle = settle;
        this.pause = pause;
    }

    /** How many sessions were stored. */
    int round(Instant now) {
        DueRows due = new DueRows(rows, now);
        int stored = 0;
        Optional<DueRow> last = Optional.of(DueRow.NONE);
        while (last.isPresent()) {
            DueRow after = last.get();
            List<DueRow> page = database.read(handle -> due.page(handle, after));
            int settled = settled(page);
            erase(unreadable(page), now);
            last = DueRows.last(page);
            if (settled > 0 && last.isPresent()) {
                pause.run();
            }
            stored += settled;
        }
        return stored;
    }

    private int settled(List<DueRow> page) {
        List<Decision> decisions = new ArrayList<>();
        try {
            page.forEach(due -> due.session().flatMap(this::decided).ifPresent(decisions::add));
        } catch (RuntimeException broke) {
            throw afterStoring(decisions, broke);
        }
        return store(decisions);
    }

    // What was decided before it broke is not lost; nor is why it broke, if that cannot be stored either.
    private RuntimeException afterStoring(List<Decision> decisions, RuntimeException broke) {
        try {
            int unused = store(decisions);
        } catch (RuntimeException further) {
            broke.addSuppressed(further);
        }
        return broke;
    }

    private static List<String> unreadable(List<DueRow> page) {
        return page.stream()
                .filter(due -> due.session().isEmpty())
                .map(DueRow::id)
                .toList();
    }

    // A row that cannot be read is nobody's to settle, but it keeps no identity past its time.
    private void erase(List<String> unreadable, Instant now) {
        if (!unreadable.isEmpty()) {
            database.writeOne(handle -> SessionRows.eraseDue(handle, unreadable, now));
        }
    }

    private Optional<Decision> decided(SessionSnapshot due) {
        return settle.apply(due)
                .map(settled -> new Decision(due.dossier().revision(), rows.row(settled.next()), settled));
    }

    private int store(List<Decision> decisions) {
        List<Decision> stored = decisions.isEmpty()
                ? List.of()
                : database.write(handle -> Decision.store(decisions, handle, database.dialect()));
        stored.forEach(decision -> decision.settled().whenStored().run());
        return stored.size();
    }
}
