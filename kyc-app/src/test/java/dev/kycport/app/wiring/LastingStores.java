package dev.kycport.app.wiring;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.ConsentRegister;
import dev.kycport.ports.PendingCodeStore;
import dev.kycport.ports.RetentionStore;
import dev.kycport.ports.SessionStore;
import dev.kycport.ports.Setting;
import dev.kycport.ports.Settings;
import dev.kycport.ports.StoreFactory;
import dev.kycport.ports.Stores;
import io.vavr.control.Either;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Stores that say they last, and always have one session to purge.
 *
 * @param settling what happens whenever what is due is settled
 */
record LastingStores(Runnable settling) implements StoreFactory {

    @Override
    public boolean opens(String url) {
        return url.equals("lasting");
    }

    @Override
    public List<Setting<?>> settings(String url) {
        return List.of();
    }

    @Override
    public Stores open(String url, Settings settings) {
        Stores fake = Fake.stores();
        return new Stores(
                new Sessions(fake.sessions(), settling),
                fake.consents(),
                fake.audit(),
                PendingCodeStore.NONE,
                Optional.of(new Stores.Keeping(new EmptyRegister(), new OneOld())),
                fake.closing());
    }

    private record Sessions(SessionStore store, Runnable settling) implements SessionStore {

        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> create(
                SessionSnapshot session, List<AuditEntry> entries) {
            return store.create(session, entries);
        }

        @Override
        public Optional<SessionSnapshot> find(SessionId id) {
            return store.find(id);
        }

        @Override
        public Either<SessionRejection.Busy, SessionSnapshot> replace(
                long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
            return store.replace(expectedRevision, next, entries);
        }

        @Override
        public int settleDue(Instant now, Function<SessionSnapshot, Optional<Settled>> settle) {
            settling.run();
            return store.settleDue(now, settle);
        }
    }

    private static final class EmptyRegister implements ConsentRegister {

        @Override
        public List<ConsentId> consents(SubjectRef subject) {
            return List.of();
        }

        @Override
        public List<SessionId> sessions(ConsentId consent) {
            return List.of();
        }

        @Override
        public void read(Consumer<Link> reader) {}

        @Override
        public Check verify() {
            return new Check(0, 0, Optional.empty());
        }
    }

    private static final class OneOld implements RetentionStore {

        @Override
        public long identitiesDue(Instant now) {
            return 0;
        }

        @Override
        public void record(Instant at, Instant before, Beside beside) {}

        @Override
        public Count due(Instant before) {
            return new Count(1, 0, 0);
        }

        @Override
        public Count purge(Instant before, Instant now, Archive archive) throws IOException {
            archive.keep(List.of("{}"));
            return due(before);
        }

        @Override
        public List<Purge> purges() {
            return List.of();
        }

        @Override
        public boolean hold(SubjectRef subject, String reason, Instant now) {
            return true;
        }

        @Override
        public boolean release(SubjectRef subject) {
            return false;
        }

        @Override
        public List<Hold> holds() {
            return List.of();
        }
    }
}
