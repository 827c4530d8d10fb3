package dev.kycport.adapter.jdbc.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.session.JdbcSessionStore;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.KeyFiles;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.tck.sample.SampleValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of a store through its life, on either database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class IdentityEncryptionContract {

    private final KeyFiles files = new JdbcKeyFiles();

    @TempDir
    private Path folder;

    private Path file;
    private KeyFiles.Key first;
    private Database database;

    /** A database without a session. */
    abstract Database database();

    @BeforeEach
    void open() {
        file = folder.resolve("kyc.keys");
        first = files.create(file);
        database = database();
    }

    @Test
    void nothing_is_sealed_in_the_beginning() {
        assertThat(sealed().countByKey()).isEqualTo(Map.of(first.id(), 0L));
    }

    @Test
    void what_is_sealed_is_counted_by_its_key() {
        verified();
        verified();
        KeyFiles.Key second = files.rotate(file);
        verified();
        SampleValues.everySnapshot().stream()
                .filter(session -> session.identity().isEmpty())
                .forEach(this::store);

        assertThat(sealed().countByKey()).isEqualTo(Map.of(first.id(), 2L, second.id(), 1L));
    }

    @Test
    void an_old_row_opens_after_a_rotation() {
        SessionSnapshot old = verified();

        files.rotate(file);

        assertThat(find(old)).isEqualTo(old);
    }

    @Test
    void a_key_can_go_once_the_last_identity_under_it_is_erased() {
        SessionSnapshot old = verified();
        KeyFiles.Key second = files.rotate(file);
        SessionSnapshot young = verified();
        assertThatThrownBy(() -> files.retire(file, first.id(), sealed()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("key " + first.id() + " still encrypts 1 stored identities");

        complete(old);
        files.retire(file, first.id(), sealed());

        assertThat(files.list(file)).containsExactly(second);
        assertThat(find(young)).isEqualTo(young);
        assertThat(find(old).identity()).isEmpty();
    }

    @Test
    void an_identity_that_is_moved_to_another_row_does_not_open() {
        SessionSnapshot one = verified();
        SessionSnapshot other = verified();

        database.write(handle -> handle.execute(
                "UPDATE kyc_session SET identity = (SELECT identity FROM kyc_session WHERE id = ?) WHERE id = ?",
                one.header().id().value(),
                other.header().id().value()));

        assertThat(find(one)).isEqualTo(one);
        assertThatThrownBy(() -> find(other))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("moved here from the row of another session");
    }

    @Test
    void without_its_key_an_identity_is_lost_and_nothing_else() {
        SessionSnapshot lost = verified();
        SessionSnapshot bare = SampleValues.anySnapshot();
        store(bare);

        file = folder.resolve("other.keys");
        files.create(file);

        assertThat(find(bare)).isEqualTo(bare);
        assertThatThrownBy(() -> find(lost))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("key " + first.id());
    }

    private SessionSnapshot verified() {
        SessionSnapshot session = SampleValues.everySnapshot().stream()
                .filter(snapshot -> snapshot.identity().isPresent())
                .findFirst()
                .orElseThrow();
        store(session);
        return session;
    }

    private void complete(SessionSnapshot session) {
        if (session.restore() instanceof KycSession.Verified verified) {
            sessions()
                    .replace(session.header().revision(), SessionSnapshot.of(verified.complete()), List.of())
                    .get();
        }
    }

    private void store(SessionSnapshot session) {
        sessions().create(session, List.of()).get();
    }

    private SessionSnapshot find(SessionSnapshot session) {
        return sessions().find(session.header().id()).orElseThrow();
    }

    // With the keys that a process started now would have.
    private JdbcSessionStore sessions() {
        return new JdbcSessionStore(
                database, new TinkIdentityCipher(new KeyFile(file).read().identity()));
    }

    private JdbcKeyUsage sealed() {
        return new JdbcKeyUsage(
                database, files.list(file).stream().map(KeyFiles.Key::id).toList());
    }
}
