package dev.kycport.adapter.jdbc.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.jdbc.JdbcStoreFactory;
import dev.kycport.adapter.jdbc.fixture.PastSessions;
import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import dev.kycport.adapter.jdbc.internal.consent.JdbcConsentLedger;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleValues;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SqliteErrorMessagesTest {

    // Of the two bytes in a file's header that say who may read and who may write, the one for writing.
    private static final int WRITE_VERSION = 18;

    @TempDir
    private Path folder;

    private SqliteFixture ground;

    @BeforeEach
    void choose() {
        ground = SqliteFixture.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":memory:", "file:kyc.db", "kyc.db?synchronous=OFF"})
    void only_the_path_of_a_file_is_taken(String path) {
        assertMessage(
                () -> new JdbcStoreFactory().open("jdbc:sqlite:" + path, ground.settings()), "the path of a file");
    }

    @Test
    void the_folder_and_its_files_are_their_owners_alone() throws IOException {
        SqliteFixture nested = new SqliteFixture(folder.resolve("new").resolve("kyc.db"));

        try (Stores stores = nested.open()) {
            stores.sessions().create(SampleValues.anySnapshot(), List.of()).get();

            assertThat(permissions(folder.resolve("new"))).isEqualTo("rwx------");
            for (String file : List.of("kyc.db", "kyc.db-wal", "kyc.db-shm")) {
                assertThat(permissions(folder.resolve("new").resolve(file)))
                        .as(file)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void a_folder_in_the_place_of_the_file_is_reported() throws IOException {
        Files.createDirectory(ground.file());

        assertMessage(ground::open, "cannot be opened");
    }

    @Test
    void a_folder_that_cannot_be_made_is_reported() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertMessage(() -> new SqliteFixture(file.resolve("kyc.db")).open(), "cannot be created");
    }

    @Test
    void a_file_that_is_no_database_is_reported() throws IOException {
        Files.writeString(ground.file(), "Dear diary, ".repeat(100));

        assertMessage(ground::open, "damaged, or is none");
    }

    @Test
    void a_file_that_is_deleted_under_open_stores_loses_nothing_without_a_word() throws IOException {
        try (Stores stores = ground.open()) {
            stores.sessions().create(SampleValues.anySnapshot(), List.of()).get();
            Files.delete(ground.file());

            assertMessage(() -> stores.sessions().create(SampleValues.anySnapshot(), List.of()), "was deleted");
            assertMessage(() -> stores.sessions().find(SampleValues.anySessionId()), "was deleted");
        }
    }

    @Test
    void a_file_in_the_place_of_the_opened_one_is_reported_until_that_one_is_back() throws IOException {
        try (Stores stores = ground.open()) {
            stores.sessions().create(SampleValues.anySnapshot(), List.of()).get();
            Path elsewhere = Files.move(ground.file(), folder.resolve("elsewhere.db"));
            Files.createFile(ground.file());

            assertMessage(() -> stores.sessions().create(SampleValues.anySnapshot(), List.of()), "replaced");
            Files.move(elsewhere, ground.file(), StandardCopyOption.REPLACE_EXISTING);

            assertThat(stores.sessions()
                            .create(SampleValues.anySnapshot(), List.of())
                            .isRight())
                    .isTrue();
        }
    }

    @Test
    void the_log_of_another_database_is_no_failing_disk_and_is_not_taken_over() throws Exception {
        ground.open().close();
        SqliteFixture other = new SqliteFixture(folder.resolve("other.db"));
        try (Connection connection = DriverManager.getConnection(other.url());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = 8192");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE other (id INTEGER)");
            Files.copy(Path.of(other.file() + "-wal"), Path.of(ground.file() + "-wal"));
        }

        assertMessage(ground::open, "belongs to another database");
        Files.delete(Path.of(ground.file() + "-wal"));

        ground.open().close();
    }

    @Test
    void a_log_that_was_replaced_under_an_open_database_is_no_failing_disk() {
        SQLiteException shortRead = new SQLiteException("", SQLiteErrorCode.SQLITE_IOERR_SHORT_READ);

        assertThat(SqliteErrorMessages.describe(shortRead))
                .contains("belongs to another database")
                .doesNotContain("fails");
    }

    @Test
    void a_file_that_cannot_be_written_is_reported_and_can_still_be_read() throws IOException {
        try (Stores stores = ground.open()) {
            stores.sessions().create(SampleValues.anySnapshot(), List.of()).get();
        }
        forbidWriting();

        try (Stores stores = ground.open()) {
            assertMessage(() -> stores.sessions().create(SampleValues.anySnapshot(), List.of()), "cannot be written");
            assertThat(stores.sessions().find(SampleValues.anySessionId())).isEmpty();
        }
    }

    @Test
    void a_full_disk_is_reported_and_what_follows_works_once_there_is_room() {
        try (Database database = ground.database(ground.settings())) {
            JdbcConsentLedger ledger = new JdbcConsentLedger(database);
            limit(database, 1);

            assertMessage(
                    () -> {
                        for (int i = 0; i < 1000; i++) {
                            SampleValues.giveConsent(ledger, SampleValues.anyTerms(SampleValues.anyProvider()));
                        }
                    },
                    "disk of the database is full");
            limit(database, 100_000);

            assertThat(ledger.events(
                            SampleValues.giveConsent(ledger, SampleValues.anyTerms(SampleValues.anyProvider()))))
                    .hasSize(2);
        }
    }

    // The database takes such a transaction back by itself; the limit is one of the connection, so another has room.
    @Test
    void after_a_transaction_that_found_the_disk_full_the_next_is_not_given_the_same_connection() {
        try (Database database = ground.database(ground.settings())) {
            PastSessions pastSessions = new PastSessions(database);
            limit(database, 1);
            assertMessage(
                    () -> IntStream.range(0, 1000)
                            .forEach(i -> pastSessions.ended(SampleValues.NOW, "customer-" + i, 2)),
                    "is full");

            SessionSnapshot next = pastSessions.ended(SampleValues.NOW, "customer", 2);

            assertThat(pastSessions.trail(next)).hasSize(2);
        }
    }

    @Test
    void a_disk_too_full_for_what_a_reader_makes_is_no_reason_to_restore() {
        SQLiteException noRoom = new SQLiteException("", SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);

        assertThat(SqliteErrorMessages.describe(noRoom)).contains("is full").doesNotContain("fails");
    }

    @Test
    void a_file_that_another_process_holds_is_reported_and_can_be_read_meanwhile() throws SQLException {
        try (Stores stores = ground.open(ground.settings().with("timeout", Duration.ofMillis(300)));
                Connection other = DriverManager.getConnection(ground.url());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            assertMessage(() -> stores.sessions().create(SampleValues.anySnapshot(), List.of()), "another process");
            assertThat(stores.sessions().find(SampleValues.anySessionId())).isEmpty();
            statement.execute("COMMIT");

            assertThat(stores.sessions()
                            .create(SampleValues.anySnapshot(), List.of())
                            .isRight())
                    .isTrue();
        }
    }

    @Test
    void a_schema_of_a_newer_program_is_reported() {
        ground.open().close();
        ground.tamper("INSERT INTO kyc_schema_history SELECT 99, '99', 'later', type, script, checksum, installed_by,"
                + " installed_on, execution_time, success FROM kyc_schema_history WHERE installed_rank = 1");

        assertMessage(ground::open, "schema version 99, which a newer KycPort");
    }

    @Test
    void a_damaged_row_is_reported_without_what_is_in_it() {
        try (Stores stores = ground.open()) {
            var session = SampleValues.anySnapshot();
            stores.sessions().create(session, List.of()).get();
            ground.tamper("UPDATE kyc_session SET snapshot = REPLACE(snapshot, '2026-', 'customer ')");

            assertMessage(() -> stores.sessions().find(session.header().id()), "damaged");
        }
    }

    @Test
    void a_row_of_a_later_format_is_reported() {
        try (Stores stores = ground.open()) {
            var session = SampleValues.anySnapshot();
            stores.sessions().create(session, List.of()).get();
            ground.tamper("UPDATE kyc_session SET snapshot = REPLACE(snapshot, '\"v\":1', '\"v\":7')");

            assertMessage(() -> stores.sessions().find(session.header().id()), "format 7");
        }
    }

    private static void assertMessage(ThrowingCallable work, String what) {
        assertThatThrownBy(work)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(what)
                .hasMessageNotContaining("customer")
                .hasMessageNotContaining("SQLITE")
                .hasMessageNotContaining("jdbc:sqlite:/");
    }

    /** As a limit of the connection that writes; it is reached with what is in the file already. */
    private static void limit(Database database, int pages) {
        database.writeStatement(handle -> handle.createQuery("PRAGMA max_page_count = " + pages)
                .mapTo(Integer.class)
                .one());
    }

    /** Works for the superuser, too, whom no permission keeps from writing. */
    private void forbidWriting() throws IOException {
        try (RandomAccessFile header = new RandomAccessFile(ground.file().toFile(), "rw")) {
            header.seek(WRITE_VERSION);
            header.write(3);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
