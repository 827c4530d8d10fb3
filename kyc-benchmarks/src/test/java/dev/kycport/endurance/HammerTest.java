package dev.kycport.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HammerTest {

    private static final int BOUTS = 3;

    @TempDir
    private Path folder;

    @Test
    void two_nodes_on_one_postgresql_count_every_attempt_and_every_resend() throws Exception {
        try (EmbeddedPostgres server = TestDatabase.durable(folder)) {
            Hammer.Result result = hammered(TestDatabase.sealed(TestDatabase.jdbcUrl(server.getPort()), folder));

            assertThat(result.violations()).isEmpty();
            assertThat(result.busy()).isPositive();
        }
    }

    @Test
    void two_nodes_on_one_sqlite_file_count_every_attempt_and_every_resend() throws Exception {
        Hammer.Result result = hammered(TestDatabase.url("jdbc:sqlite:" + folder.resolve("kyc.db")));

        assertThat(result.violations()).isEmpty();
        assertThat(result.busy()).isPositive();
    }

    private static Hammer.Result hammered(String store) throws Exception {
        ShiftedClock clock = new ShiftedClock(Duration.ZERO);
        try (VendorStub vendor = new VendorStub(Mood.GOOD, 1, clock)) {
            return new Hammer(Installation.of(vendor.url(), store), vendor, clock, 1).run(BOUTS);
        }
    }
}
