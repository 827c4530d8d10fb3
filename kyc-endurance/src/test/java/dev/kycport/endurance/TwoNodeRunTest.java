package dev.kycport.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.endurance.system.ShiftedClock;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.system.TestDatabase;
import dev.kycport.endurance.vendor.VendorFaultProfile;
import dev.kycport.endurance.vendor.VendorStub;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoNodeRunTest {

    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    @Test
    void two_nodes_on_one_postgresql_count_every_attempt_and_every_resend() throws Exception {
        try (EmbeddedPostgres server = TestDatabase.startDurable(folder)) {
            TwoNodeRun.Result result =
                    runTwoNodes(TestDatabase.storeConfigWithKeys(TestDatabase.jdbcUrl(server.getPort()), folder));

            assertThat(result.violations()).isEmpty();
            assertThat(result.busy()).isPositive();
        }
    }

    @Test
    void two_nodes_on_one_sqlite_file_count_every_attempt_and_every_resend() throws Exception {
        TwoNodeRun.Result result = runTwoNodes(TestDatabase.storeConfig("jdbc:sqlite:" + folder.resolve("kyc.db")));

        assertThat(result.violations()).isEmpty();
        assertThat(result.busy()).isPositive();
    }

    private static TwoNodeRun.Result runTwoNodes(String store) throws Exception {
        ShiftedClock clock = new ShiftedClock(Duration.ZERO);
        try (VendorStub vendor = new VendorStub(VendorFaultProfile.NONE, 1, clock)) {
            return new TwoNodeRun(SystemUnderTest.create(vendor.url(), store), vendor, clock, 1).run(ROUNDS);
        }
    }
}
