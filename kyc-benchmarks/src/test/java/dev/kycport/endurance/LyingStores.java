package dev.kycport.endurance;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.ConsentLedger;
import dev.kycport.ports.SessionStore;
import dev.kycport.ports.Setting;
import dev.kycport.ports.Settings;
import dev.kycport.ports.StoreFactory;
import dev.kycport.ports.Stores;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Stores in memory that acknowledge what they do not keep, in one way each. */
enum LyingStores implements StoreFactory {
    HONEST("nothing"),
    FORGETS_WRITES("was told of revision") {
        @Override
        Optional<Write> kept(Write write) {
            return write.next().dossier().revision() % 4 == 3 ? Optional.empty() : Optional.of(write);
        }
    },
    FORGETS_ENTRIES("moves on record") {
        @Override
        Optional<Write> kept(Write write) {
            boolean forgotten = write.next().dossier().revision() == 4;
            return Optional.of(forgotten ? new Write(write.expected(), write.next(), List.of()) : write);
        }
    },
    GIVES_ATTEMPTS_BACK("guesses") {
        @Override
        Optional<Write> kept(Write write) {
            SessionSnapshot next = write.next();
            return Optional.of(new Write(
                    write.expected(),
                    new SessionSnapshot(
                            next.dossier(),
                            next.state(),
                            next.captcha(),
                            next.otp().map(LyingStores::fresh),
                            next.authorization(),
                            next.identity(),
                            next.keptUntil(),
                            next.assurance(),
                            next.endReason()),
                    write.entries()));
        }
    },
    /** Shows a session as it was before, too. */
    LETS_EVERY_WRITE_IN("moves on record") {
        @Override
        boolean compares() {
            return false;
        }

        @Override
        SessionSnapshot shown(SessionSnapshot now, SessionSnapshot before) {
            return now.dossier().revision() == 5 ? before : now;
        }
    },
    LOSES_USES("uses on record") {
        @Override
        boolean keeps(ConsentEvent event) {
            return !(event instanceof ConsentEvent.WasUsed);
        }
    },
    LOSES_CONSENTS("took the consent back, and the ledger does not know") {
        @Override
        boolean keeps(ConsentEvent event) {
            return !(event instanceof ConsentEvent.WasWithdrawn);
        }
    };

    private final String betrayedBy;

    LyingStores(String betrayedBy) {
        this.betrayedBy = betrayedBy;
    }

    /** What is said of them once they are found out. */
    String betrayedBy() {
        return betrayedBy;
    }

    /** One write to a session store. */
    record Write(long expected, SessionSnapshot next, List<AuditEntry> entries) {}

    Optional<Write> kept(Write write) {
        return Optional.of(write);
    }

    boolean keeps(ConsentEvent event) {
        return true;
    }

    boolean compares() {
        return true;
    }

    SessionSnapshot shown(SessionSnapshot now, SessionSnapshot before) {
        return now;
    }

    @Override
    public boolean opens(String url) {
        return url.equals("memory");
    }

    @Override
    public List<Setting<?>> settings(String url) {
        return List.of();
    }

    @Override
    public Stores open(String url, Settings settings) {
        return over(Fake.stores());
    }

    Stores over(Stores honest) {
        return new Stores(
                new Sessions(this, honest.sessions(), new ConcurrentHashMap<>()),
                new Consents(this, honest.consents()),
                honest.audit(),
                honest.closing());
    }

    private static OtpSnapshot fresh(OtpSnapshot otp) {
        return otp.attemptsLeft() == 2
                ? new OtpSnapshot(
                        otp.kind(),
                        otp.since(),
                        otp.reference(),
                        otp.expiresAt(),
                        3,
                        otp.resendsLeft(),
                        otp.resendNotBefore(),
                        otp.before())
                : otp;
    }

    private record Sessions(LyingStores liar, SessionStore honest, Map<SessionId, SessionSnapshot> before)
            implements SessionStore {

        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> create(
                SessionSnapshot session, List<AuditEntry> entries) {
            return honest.create(session, entries);
        }

        @Override
        public Optional<SessionSnapshot> find(SessionId id) {
            return honest.find(id).map(now -> liar.shown(now, before.getOrDefault(id, now)));
        }

        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            honest.find(next.dossier().id())
                    .ifPresent(now -> before.put(now.dossier().id(), now));
            long expected = liar.compares()
                    ? expectedRevision
                    : honest.find(next.dossier().id()).orElseThrow().dossier().revision();
            return liar.kept(new Write(expected, next, entries))
                    .map(write -> honest.replace(write.expected(), write.next(), write.entries()))
                    .orElseGet(() -> Either.right(next));
        }

        @Override
        public int settleDue(Instant now, Function<SessionSnapshot, Optional<Settled>> settle) {
            return honest.settleDue(now, settle);
        }
    }

    private record Consents(LyingStores liar, ConsentLedger honest) implements ConsentLedger {

        @Override
        public List<ConsentEvent> events(ConsentId consent) {
            return honest.events(consent);
        }

        @Override
        public Either<SessionRejection.Busy, ConsentEvent> append(ConsentEvent event, int position) {
            return liar.keeps(event) ? honest.append(event, position) : Either.right(event);
        }
    }
}
