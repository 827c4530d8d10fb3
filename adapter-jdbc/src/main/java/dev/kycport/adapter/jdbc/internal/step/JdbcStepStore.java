package dev.kycport.adapter.jdbc.internal.step;

import dev.kycport.adapter.jdbc.internal.consent.JdbcConsentLedger;
import dev.kycport.adapter.jdbc.internal.consent.LedgerAppend;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import dev.kycport.adapter.jdbc.internal.session.JdbcPendingCodeStore;
import dev.kycport.adapter.jdbc.internal.session.SessionUpdates;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.StepStore;
import dev.kycport.ports.store.StepWrites;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Half-steps, each in one transaction. Every transaction locks in the same order, so that none waits in a circle: the
 * number, the consent's chain, the session.
 */
public final class JdbcStepStore implements StepStore {

    private final Database database;
    private final JdbcConsentLedger ledger;
    private final SessionUpdates sessions;
    private final Optional<JdbcPendingCodeStore> numbers;

    /** @param numbers empty if no reservations are stored */
    public JdbcStepStore(
            Database database,
            JdbcConsentLedger ledger,
            SessionUpdates sessions,
            Optional<JdbcPendingCodeStore> numbers) {
        this.database = database;
        this.ledger = ledger;
        this.sessions = sessions;
        this.numbers = numbers;
    }

    @Override
    public List<ConsentEvent> events(ConsentId consent) {
        return ledger.events(consent);
    }

    @Override
    public Either<KycFailure, SessionSnapshot> store(StepWrites writes) {
        if (writes.consent().isEmpty()) {
            return store(writes, List.of());
        }
        StepWrites.ConsentWrite consent = writes.consent().get();
        Optional<LedgerAppend> append = ledger.prepare(consent.event(), consent.position());
        return append.isPresent()
                ? store(writes, append.get().updates())
                        .peek(stored -> ledger.remember(append.get()))
                        .peekLeft(refused -> ledger.forget(consent.event().consent()))
                : busy();
    }

    private Either<KycFailure, SessionSnapshot> store(StepWrites writes, List<JdbcUpdate> append) {
        SessionSnapshot next = writes.session().next();
        SessionId session = next.header().id();
        List<JdbcUpdate> number = writes.number()
                .flatMap(change -> numbers.map(store -> store.updates(change, session)))
                .orElse(List.of());
        List<JdbcUpdate> updates = new ArrayList<>(number);
        updates.addAll(append);
        updates.addAll(sessions.of(writes.session()));
        while (true) {
            Optional<JdbcUpdate> refused = database.executeAll(updates);
            if (refused.isEmpty()) {
                return Either.right(next);
            }
            if (!number.contains(refused.get())) {
                return busy();
            }
            // Unless its holder released the number meanwhile.
            Optional<KycFailure> taken = findHolder(writes, session);
            if (taken.isPresent()) {
                return Either.left(taken.get());
            }
        }
    }

    private Optional<KycFailure> findHolder(StepWrites writes, SessionId session) {
        if (!(writes.number().orElseThrow() instanceof StepWrites.Reserve reserve)) {
            return Optional.empty();
        }
        Optional<Instant> availableAt = numbers.orElseThrow().findAvailableAt(reserve.number(), session, reserve.now());
        return availableAt.map(reserve::refusal);
    }

    private static Either<KycFailure, SessionSnapshot> busy() {
        return Either.left(new SessionRejection.Busy());
    }
}
