package dev.kycport.adapter.jdbc.internal.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.ports.store.StoreUnavailableException;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementCachingConnectionTest {

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        SqliteFixture ground = SqliteFixture.in(folder);
        database = ground.database(ground.settings());
        for (String reason : List.of("a", "b")) {
            hold(reason);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_statement_that_is_used_again_knows_nothing_of_the_time_before() {
        assertThat(database.<List<String>>read(handle -> reasons(handle, "a"))).containsExactly("a");
        assertThat(database.<List<String>>read(handle -> reasons(handle, "b"))).containsExactly("b");
        assertThat(database.<List<String>>read(handle -> reasons(handle, "c"))).isEmpty();
    }

    @Test
    void a_query_within_the_same_query_disturbs_neither() {
        List<String> seen = database.read(
                handle -> handle.createQuery("SELECT reason FROM kyc_hold WHERE reason >= :reason ORDER BY reason")
                        .bind("reason", "a")
                        .map((row, context) -> row.getString(1) + reasons(handle, "b"))
                        .list());

        assertThat(seen).containsExactly("a[b]", "b[b]");
    }

    @Test
    void a_statement_that_failed_works_the_next_time() {
        assertThatThrownBy(() -> hold("a")).isInstanceOf(StoreUnavailableException.class);

        hold("c");

        assertThat(database.<List<String>>read(handle -> reasons(handle, "c"))).containsExactly("c");
    }

    // The reader's connections refuse to write, and the driver closes a statement that was refused so.
    @Test
    void a_statement_that_the_driver_closed_is_not_kept() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> database.<Integer>read(handle -> handle.execute("DELETE FROM kyc_hold")))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("cannot be written");
        }
    }

    @Test
    void more_statements_than_are_kept_work_all_the_same() {
        for (int i = 0; i < 100; i++) {
            int number = i;
            assertThat(database.<Integer>read(handle -> handle.createQuery("SELECT " + number)
                            .mapTo(Integer.class)
                            .one()))
                    .isEqualTo(number);
        }
    }

    private void hold(String reason) {
        database.writeStatement(handle -> handle.createUpdate(
                        "INSERT INTO kyc_hold (subject, reason, since) VALUES (:subject, :reason, 'now')")
                .bind("subject", reason)
                .bind("reason", reason)
                .execute());
    }

    private static List<String> reasons(Handle handle, String reason) {
        return handle.createQuery("SELECT reason FROM kyc_hold WHERE reason = :reason")
                .bind("reason", reason)
                .mapTo(String.class)
                .list();
    }
}
