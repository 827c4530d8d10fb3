package dev.kycport.app;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.StepStore;
import dev.kycport.ports.store.StepWrites;
import dev.kycport.ports.store.Stores;
import io.vavr.control.Either;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Ledgers that remember something else than what was written into them. */
final class ConsentLedgerStubs {

    private ConsentLedgerStubs() {}

    /** The same stores with a ledger that lost everything. */
    static Stores empty(Stores stores) {
        return reading(stores, events -> List.of());
    }

    /** The same stores with a ledger in which every consent names this recipient alone. */
    static Stores withRecipient(Stores stores, ProviderId recipient) {
        return reading(
                stores,
                events -> events.stream()
                        .map(event ->
                                event instanceof ConsentEvent.WasAsked asked ? withRecipient(asked, recipient) : event)
                        .toList());
    }

    private static ConsentEvent withRecipient(ConsentEvent.WasAsked asked, ProviderId recipient) {
        ConsentTerms terms = asked.terms();
        return new ConsentEvent.WasAsked(
                asked.consent(),
                asked.at(),
                new ConsentTerms(
                        terms.notice(), terms.purpose(), terms.dataItems(), Set.of(recipient), terms.subject()));
    }

    /** The same stores with a ledger in which, right after it is read for the first time, something else happens. */
    static Stores interruptedOnce(Stores stores, Runnable interruption) {
        AtomicBoolean read = new AtomicBoolean();
        return reading(stores, events -> {
            if (read.compareAndSet(false, true)) {
                interruption.run();
            }
            return events;
        });
    }

    /** The same stores, in one transaction, where the same happens before a half-step is proved. */
    static Stores interruptedBeforeProof(Stores stores, Runnable interruption) {
        AtomicBoolean read = new AtomicBoolean();
        StepStore steps = new StepStore() {
            @Override
            public List<ConsentEvent> events(ConsentId consent) {
                List<ConsentEvent> events = stores.steps().events(consent);
                if (read.compareAndSet(false, true)) {
                    interruption.run();
                }
                return events;
            }

            @Override
            public Either<KycFailure, SessionSnapshot> store(StepWrites writes) {
                return stores.steps().store(writes);
            }
        };
        return new Stores(
                stores.sessions(),
                stores.consents(),
                stores.audit(),
                stores.pendingCodes(),
                steps,
                stores.admin(),
                stores.onClose());
    }

    private static Stores reading(Stores stores, UnaryOperator<List<ConsentEvent>> as) {
        ConsentLedger ledger = new ConsentLedger() {
            @Override
            public List<ConsentEvent> events(ConsentId consent) {
                return as.apply(stores.consents().events(consent));
            }

            @Override
            public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
                return stores.consents().append(event, position);
            }
        };
        return new Stores(stores.sessions(), ledger, stores.audit(), stores.onClose());
    }
}
