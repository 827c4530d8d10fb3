package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.KeyFiles;
import dev.kycport.ports.StoreUnavailableException;
import dev.kycport.tck.Sample;
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
abstract class SealingFacts {

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
        first = files.make(file);
        database = database();
    }

    @Test
    void nothing_is_sealed_in_the_beginning() {
        assertThat(sealed().byKey()).isEqualTo(Map.of(first.id(), 0L));
    }

    @Test
    void what_is_sealed_is_counted_by_its_key() {
        verified();
        verified();
        KeyFiles.Key second = files.rotate(file);
        verified();
        Sample.everySnapshot().stream()
                .filter(session -> session.identity().isEmpty())
                .forEach(this::store);

        assertThat(sealed().byKey()).isEqualTo(Map.of(first.id(), 2L, second.id(), 1L));
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
                .hasMessageStartingWith("key " + first.id() + " still seals 1 stored identities");

        complete(old);
        files.retire(file, first.id(), sealed());

        assertThat(files.keys(file)).containsExactly(second);
        assertThat(find(young)).isEqualTo(young);
        assertThat(find(old).identity()).isEmpty();
    }

    @Test
    void an_identity_that_is_moved_to_another_row_does_not_open() {
        SessionSnapshot one = verified();
        SessionSnapshot other = verified();

        database.write(handle -> handle.execute(
                "UPDATE kyc_session SET identity = (SELECT identity FROM kyc_session WHERE id = ?) WHERE id = ?",
                one.dossier().id().value(),
                other.dossier().id().value()));

        assertThat(find(one)).isEqualTo(one);
        assertThatThrownBy(() -> find(other))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("moved here from the row of another session");
    }

    @Test
    void without_its_key_an_identity_is_lost_and_nothing_else() {
        SessionSnapshot lost = verified();
        SessionSnapshot bare = Sample.anySnapshot();
        store(bare);

        file = folder.resolve("other.keys");
        files.make(file);

        assertThat(find(bare)).isEqualTo(bare);
        assertThatThrownBy(() -> find(lost))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("key " + first.id());
    }

    private SessionSnapshot verified() {
        SessionSnapshot session = Sample.everySnapshot().stream()
                .filter(snapshot -> snapshot.identity().isPresent())
                .findFirst()
                .orElseThrow();
        store(session);
        return session;
    }

    private void complete(SessionSnapshot session) {
        if (session.restore() instanceof KycSession.Verified verified) {
            sessions()
                    .replace(session.dossier().revision(), SessionSnapshot.of(verified.complete()), List.of())
                    .get();
        }
    }

    private void store(SessionSnapshot session) {
        sessions().create(session, List.of()).get();
    }

    private SessionSnapshot find(SessionSnapshot session) {
        return sessions().find(session.dossier().id()).orElseThrow();
    }

    // With the keys that a process started now would have.
    private JdbcSessionStore sessions() {
        return new JdbcSessionStore(
                database, new TinkIdentitySeal(new KeyFile(file).read().identity()));
    }

    private JdbcSealedIdentities sealed() {
        return new JdbcSealedIdentities(
                database, files.keys(file).stream().map(KeyFiles.Key::id).toList());
    }
}
