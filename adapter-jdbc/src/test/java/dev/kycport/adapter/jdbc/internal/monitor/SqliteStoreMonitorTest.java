package dev.kycport.adapter.jdbc.internal.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import dev.kycport.ports.store.StoreMonitor;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleValues;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SqliteStoreMonitorTest {

    @TempDir
    private Path folder;

    @Test
    void a_file_has_no_clock_of_its_own() {
        try (Stores stores = SqliteFixture.in(folder).open()) {
            assertThat(monitor(stores).clock()).isEmpty();
        }
    }

    @Test
    void the_status_counts_what_is_due() {
        try (Stores stores = SqliteFixture.in(folder).open()) {
            var session = SampleValues.anySnapshot();
            stores.sessions().create(session, List.of()).get();

            var status = monitor(stores)
                    .status(session.dueAt().orElseThrow().plusSeconds(1))
                    .orElseThrow();

            assertThat(status.due()).isEqualTo(1);
            assertThat(status.oldestDue()).isPresent();
            assertThat(status.migration()).isNotBlank();
            assertThat(status.pool().max()).isEqualTo(1);
        }
    }

    private static StoreMonitor monitor(Stores stores) {
        return stores.admin().orElseThrow().monitor();
    }
}
