package dev.kycport.tck;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.StepStore;
import dev.kycport.ports.store.StepWrites;
import dev.kycport.ports.store.Stores;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/** The smallest store of half-steps that keeps every promise: it checks everything, then writes everything. */
class ToyStepStore implements StepStore {

    final ToyStores sessions = new ToyStores();
    final ToyLedger ledger = new ToyLedger();
    final ToyPendingCodeStore numbers = new ToyPendingCodeStore();

    private final Object lock = new Object();

    final Stores asStores() {
        sessions.withLedger(ledger);
        return new Stores(sessions, ledger, sessions, numbers, this, Optional.empty(), () -> {});
    }

    @Override
    public List<ConsentEvent> events(ConsentId consent) {
        return ledger.events(consent);
    }

    @Override
    public Either<KycFailure, SessionSnapshot> store(StepWrites writes) {
        synchronized (lock) {
            return storeIfPossible(writes);
        }
    }

    final Either<KycFailure, SessionSnapshot> storeIfPossible(StepWrites writes) {
        List<AuditEntry> entries = List.copyOf(writes.session().entries());
        Optional<KycFailure> refusal = findRefusal(writes);
        if (refusal.isPresent()) {
            return Either.left(refusal.get());
        }
        writeNumber(writes);
        writeConsent(writes);
        return sessions.stored(writes.session().next(), entries);
    }

    Optional<KycFailure> findRefusal(StepWrites writes) {
        return taken(writes).or(() -> grown(writes)).or(() -> changed(writes));
    }

    final Optional<KycFailure> taken(StepWrites writes) {
        return writes.number()
                .flatMap(number -> number instanceof StepWrites.Reserve reserve
                        ? numbers.taken(reserve.number(), session(writes), reserve.now())
                                .map(reserve::refusal)
                        : Optional.empty());
    }

    final Optional<KycFailure> grown(StepWrites writes) {
        return writes.consent()
                .filter(consent -> ledger.events(consent.event().consent()).size() != consent.position())
                .flatMap(consent -> refused());
    }

    final Optional<KycFailure> changed(StepWrites writes) {
        Optional<Long> revision =
                sessions.find(session(writes)).map(stored -> stored.header().revision());
        return revision.equals(writes.session().expectedRevision()) ? Optional.empty() : refused();
    }

    void writeNumber(StepWrites writes) {
        writes.number().ifPresent(number -> {
            Optional<KycFailure> unusedRefusal = number.applyTo(numbers, session(writes));
        });
    }

    void writeConsent(StepWrites writes) {
        writes.consent().ifPresent(consent -> ledger.add(consent.event()));
    }

    static SessionId session(StepWrites writes) {
        return writes.session().next().header().id();
    }

    private static Optional<KycFailure> refused() {
        return Optional.of(ToyStores.<Object>busy().getLeft());
    }
}
