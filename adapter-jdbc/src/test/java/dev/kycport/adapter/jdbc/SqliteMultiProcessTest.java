package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.fixture.ConsentWriterProcess;
import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import dev.kycport.adapter.jdbc.fixture.TwoThreads;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.ports.store.ConsentLedgerReader.ChainVerification;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SqliteMultiProcessTest {

    private static final int TIMES = 60;

    @TempDir
    private Path folder;

    @Test
    void two_processes_make_one_file_and_write_one_chain() throws IOException, InterruptedException {
        SqliteFixture ground = SqliteFixture.in(folder);
        ConsentId consent = SampleValues.anyConsentId();

        Process other = scribe(ground.file(), consent);
        try (Stores stores = ground.open()) {
            new ConsentWriterProcess(stores.consents(), consent).write(TIMES);
            assertThat(other.waitFor()).as("the other process").isZero();

            assertThat(stores.admin().orElseThrow().ledgerReader().verifyChains())
                    .isEqualTo(new ChainVerification(1, 2 * TIMES, Optional.empty()));
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void threads_that_open_a_new_file_at_the_same_moment_all_find_its_tables() {
        SqliteFixture ground = SqliteFixture.in(folder);

        List<Boolean> stored = TwoThreads.runTwice(() -> {
            try (Stores stores = ground.open()) {
                return stores.sessions()
                        .create(SampleValues.anySnapshot(), List.of())
                        .isRight();
            }
        });

        assertThat(stored).containsOnly(true);
    }

    private static Process scribe(Path file, ConsentId consent) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsentWriterProcess.class.getName(),
                        file.toString(),
                        consent.value(),
                        String.valueOf(TIMES))
                .inheritIO()
                .start();
    }
}
