package dev.kycport.adapter.jdbc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.fixture.EndedSessions;
import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import dev.kycport.adapter.jdbc.internal.crypto.StoreKeys;
import dev.kycport.adapter.jdbc.internal.crypto.TinkIdentityCipher;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.SessionStore.Reconciled;
import dev.kycport.tck.sample.SampleValues;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DueSessionProcessorTest {

    private final List<String> pauses = new ArrayList<>();

    @TempDir
    private Path folder;

    private Database database;
    private SessionDao rows;

    @BeforeEach
    void open() {
        SqliteFixture ground = SqliteFixture.in(folder);
        database = ground.database(ground.settings());
        rows = new SessionDao(new TinkIdentityCipher(StoreKeys.generate().identity()));
        JdbcSessionStore sessions = new JdbcSessionStore(
                database, new TinkIdentityCipher(StoreKeys.generate().identity()));
        for (int one = 0; one < 2 * DueSessionQuery.PAGE_SIZE + 1; one++) {
            sessions.create(SampleValues.anySnapshot(), List.of()).get();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void others_may_write_between_two_pages() {
        settle(due -> Optional.of(new Reconciled(EndedSessions.ended(due), List.of())));

        assertThat(pauses).hasSize(2);
    }

    @Test
    void where_nothing_is_written_nobody_is_let_by() {
        settle(due -> Optional.empty());

        assertThat(pauses).isEmpty();
    }

    private void settle(Function<SessionSnapshot, Optional<Reconciled>> settle) {
        int unused = new DueSessionProcessor(database, rows, settle, () -> pauses.add("pause"))
                .run(SampleValues.NOW.plus(Duration.ofDays(1)));
    }
}
