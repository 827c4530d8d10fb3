package dev.kycport.adapter.memory;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.StepStore;
import dev.kycport.ports.store.StepWrites;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Half-steps under the locks of all three stores, always taken in this order; what was written is undone if a part is not. */
final class InMemoryStepStore implements StepStore {

    private final PendingCodeStore numbers;
    private final InMemoryConsentLedger consents;
    private final InMemorySessionStore sessions;

    InMemoryStepStore(PendingCodeStore numbers, InMemoryConsentLedger consents, InMemorySessionStore sessions) {
        this.numbers = numbers;
        this.consents = consents;
        this.sessions = sessions;
    }

    @Override
    public List<ConsentEvent> events(ConsentId consent) {
        return consents.events(consent);
    }

    @Override
    public Either<KycFailure, SessionSnapshot> store(StepWrites writes) {
        // The session store asks the ledger about withdrawals while it holds its own lock, so its lock comes first.
        synchronized (sessions) {
            synchronized (consents) {
                synchronized (numbers) {
                    return storeOrUndo(writes);
                }
            }
        }
    }

    private Either<KycFailure, SessionSnapshot> storeOrUndo(StepWrites writes) {
        Deque<Runnable> undo = new ArrayDeque<>();
        boolean stored = false;
        try {
            Either<KycFailure, SessionSnapshot> result = store(writes, undo);
            stored = result.isRight();
            return result;
        } finally {
            while (!stored && !undo.isEmpty()) {
                undo.pop().run();
            }
        }
    }

    private Either<KycFailure, SessionSnapshot> store(StepWrites writes, Deque<Runnable> undo) {
        Optional<KycFailure> refused = writes.number()
                .flatMap(number -> write(number, writes, undo))
                .or(() -> writes.consent().flatMap(consent -> append(consent, undo)));
        return refused.isPresent() ? Either.left(refused.get()) : store(writes.session());
    }

    private Either<KycFailure, SessionSnapshot> store(StepWrites.SessionWrite session) {
        return session.expectedRevision()
                .map(revision -> sessions.replace(revision, session.next(), session.entries()))
                .orElseGet(() -> sessions.create(session.next(), session.entries()));
    }

    private Optional<KycFailure> append(StepWrites.ConsentWrite consent, Deque<Runnable> undo) {
        return consents.append(consent.event(), consent.position())
                .peek(event -> undo.push(() -> consents.removeLast(event.consent())))
                .fold(Optional::of, appended -> Optional.empty());
    }

    private Optional<KycFailure> write(StepWrites.NumberWrite number, StepWrites writes, Deque<Runnable> undo) {
        if (numbers instanceof InMemoryPendingCodeStore inMemory) {
            undo.push(inMemory.restoring(number.number()));
        }
        return number.applyTo(numbers, writes.session().next().header().id());
    }
}
