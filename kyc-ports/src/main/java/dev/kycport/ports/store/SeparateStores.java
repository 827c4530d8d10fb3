package dev.kycport.ports.store;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionSnapshot;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/**
 * Stores a half-step in stores that share no transaction, in the order in which a crash between two of them does no
 * harm: the number is reserved first and freed last, and the ledger is written before the session. What a crash or a
 * conflict leaves behind is a reservation, which lapses by itself, or a use of the consent for a call that was not made.
 */
record SeparateStores(SessionStore sessions, ConsentLedger ledger, PendingCodeStore numbers) implements StepStore {

    private static final System.Logger LOG = System.getLogger(SeparateStores.class.getName());

    @Override
    public List<ConsentEvent> events(ConsentId consent) {
        return ledger.events(consent);
    }

    @Override
    public Either<KycFailure, SessionSnapshot> store(StepWrites writes) {
        SessionId session = writes.session().next().header().id();
        Optional<KycFailure> refused = writes.number()
                .filter(StepWrites.Reserve.class::isInstance)
                .flatMap(reserve -> reserve.applyTo(numbers, session))
                .or(() -> writes.consent().flatMap(this::append));
        return refused.isPresent()
                ? Either.left(refused.get())
                : store(writes.session())
                        .peek(stored -> writes.number().ifPresent(number -> applyAfterwards(number, session)));
    }

    private Optional<KycFailure> append(StepWrites.ConsentWrite consent) {
        return ledger.append(consent.event(), consent.position()).fold(Optional::of, appended -> Optional.empty());
    }

    private Either<KycFailure, SessionSnapshot> store(StepWrites.SessionWrite session) {
        return session.expectedRevision()
                .map(revision -> sessions.replace(revision, session.next(), session.entries()))
                .orElseGet(() -> sessions.create(session.next(), session.entries()));
    }

    // The outcome of the call is stored by now, and the step must not fail. An unchanged reservation lapses by itself.
    private void applyAfterwards(StepWrites.NumberWrite number, SessionId session) {
        try {
            if (!(number instanceof StepWrites.Reserve)) {
                Optional<KycFailure> unusedRefusal = number.applyTo(numbers, session);
            }
        } catch (StoreUnavailableException unavailable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "session {0}: could not change the OTP reservation; it will expire: {1}",
                    session,
                    unavailable.getMessage());
        }
    }
}
