package dev.kycport.endurance.invariant;

import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.Stores;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** In-memory stores that acknowledge writes and then lose or change them, each in one way. */
enum FaultyStores implements StoreFactory {
    CORRECT("nothing"),
    FORGETS_WRITES("acknowledged revision") {
        @Override
        Optional<Write> stored(Write write) {
            return write.next().header().revision() % 4 == 3 ? Optional.empty() : Optional.of(write);
        }
    },
    FORGETS_ENTRIES("recorded transitions") {
        @Override
        Optional<Write> stored(Write write) {
            boolean forgotten = write.next().header().revision() == 4;
            return Optional.of(forgotten ? new Write(write.expected(), write.next(), List.of()) : write);
        }
    },
    REGAINS_ATTEMPTS("guesses") {
        @Override
        Optional<Write> stored(Write write) {
            SessionSnapshot next = write.next();
            return Optional.of(new Write(
                    write.expected(),
                    new SessionSnapshot(
                            next.header(),
                            next.state(),
                            next.captcha(),
                            next.otp().map(FaultyStores::withRegainedAttempt),
                            next.authorization(),
                            next.identity(),
                            next.keptUntil(),
                            next.assurance(),
                            next.endReason()),
                    write.entries()));
        }
    },
    /** Also returns an earlier state of a session. */
    IGNORES_REVISIONS("recorded transitions") {
        @Override
        boolean checksRevision() {
            return false;
        }

        @Override
        SessionSnapshot returned(SessionSnapshot current, SessionSnapshot previous) {
            return current.header().revision() == 5 ? previous : current;
        }
    },
    LOSES_USES("recorded uses") {
        @Override
        boolean storesEvent(ConsentEvent event) {
            return !(event instanceof ConsentEvent.WasUsed);
        }
    },
    LOSES_CONSENTS("acknowledged a withdrawal that is not in the ledger") {
        @Override
        boolean storesEvent(ConsentEvent event) {
            return !(event instanceof ConsentEvent.WasWithdrawn);
        }
    };

    private final String expectedViolation;

    FaultyStores(String expectedViolation) {
        this.expectedViolation = expectedViolation;
    }

    /** A part of the violation that the verifier must report. */
    String expectedViolation() {
        return expectedViolation;
    }

    /** One write to a session store. */
    record Write(long expected, SessionSnapshot next, List<AuditEntry> entries) {}

    Optional<Write> stored(Write write) {
        return Optional.of(write);
    }

    boolean storesEvent(ConsentEvent event) {
        return true;
    }

    boolean checksRevision() {
        return true;
    }

    SessionSnapshot returned(SessionSnapshot current, SessionSnapshot previous) {
        return current;
    }

    @Override
    public boolean supports(String url) {
        return url.equals("memory");
    }

    @Override
    public List<Setting<?>> settings(String url) {
        return List.of();
    }

    @Override
    public Stores open(String url, Settings settings) {
        return wrap(InMemoryStoreFactory.stores());
    }

    Stores wrap(Stores delegate) {
        return new Stores(
                new Sessions(this, delegate.sessions(), new ConcurrentHashMap<>()),
                new Consents(this, delegate.consents()),
                delegate.audit(),
                delegate.onClose());
    }

    private static OtpSnapshot withRegainedAttempt(OtpSnapshot otp) {
        return otp.attemptsLeft() == 2
                ? new OtpSnapshot(
                        otp.kind(),
                        otp.since(),
                        otp.reference(),
                        otp.expiresAt(),
                        3,
                        otp.resendsLeft(),
                        otp.resendNotBefore(),
                        otp.previous())
                : otp;
    }

    private record Sessions(FaultyStores faults, SessionStore delegate, Map<SessionId, SessionSnapshot> previous)
            implements SessionStore {

        @Override
        public Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
            return delegate.create(session, entries);
        }

        @Override
        public List<SessionId> findLive(SubjectRef subject) {
            return delegate.findLive(subject);
        }

        @Override
        public Optional<SessionSnapshot> find(SessionId id) {
            return delegate.find(id).map(current -> faults.returned(current, previous.getOrDefault(id, current)));
        }

        @Override
        public Either<KycFailure, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            delegate.find(next.header().id())
                    .ifPresent(current -> previous.put(current.header().id(), current));
            long expected = faults.checksRevision()
                    ? expectedRevision
                    : delegate.find(next.header().id()).orElseThrow().header().revision();
            return faults.stored(new Write(expected, next, entries))
                    .map(write -> delegate.replace(write.expected(), write.next(), write.entries()))
                    .orElseGet(() -> Either.right(next));
        }

        @Override
        public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> reconcile) {
            return delegate.reconcileDue(now, reconcile);
        }
    }

    private record Consents(FaultyStores faults, ConsentLedger delegate) implements ConsentLedger {

        @Override
        public List<ConsentEvent> events(ConsentId consent) {
            return delegate.events(consent);
        }

        @Override
        public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
            return faults.storesEvent(event) ? delegate.append(event, position) : Either.right(event);
        }
    }
}
