package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.SessionStore.Settled;
import dev.kycport.tck.Sample;
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
class SettlingPauseTest {

    private final List<String> pauses = new ArrayList<>();

    @TempDir
    private Path folder;

    private Database database;
    private SessionRows rows;

    @BeforeEach
    void open() {
        SqliteGround ground = SqliteGround.in(folder);
        database = ground.database(ground.settings());
        rows = new SessionRows(new TinkIdentitySeal(Keys.generate().identity()));
        JdbcSessionStore sessions = new JdbcSessionStore(
                database, new TinkIdentitySeal(Keys.generate().identity()));
        for (int one = 0; one < 2 * DueRows.AT_ONCE + 1; one++) {
            sessions.create(Sample.anySnapshot(), List.of()).get();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void others_may_write_between_two_pages() {
        settle(due -> Optional.of(new Settled(Endings.of(due), List.of())));

        assertThat(pauses).hasSize(2);
    }

    @Test
    void where_nothing_is_written_nobody_is_let_by() {
        settle(due -> Optional.empty());

        assertThat(pauses).isEmpty();
    }

    private void settle(Function<SessionSnapshot, Optional<Settled>> settle) {
        int unused = new Settling(database, rows, settle, () -> pauses.add("pause"))
                .round(Sample.NOW.plus(Duration.ofDays(1)));
    }
}
