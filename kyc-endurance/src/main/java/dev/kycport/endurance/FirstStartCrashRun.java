package dev.kycport.endurance;

import dev.kycport.endurance.system.ShiftedClock;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.system.TestDatabase;
import dev.kycport.endurance.user.StepJournal;
import dev.kycport.endurance.vendor.VendorFaultProfile;
import dev.kycport.endurance.vendor.VendorStub;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/**
 * Kills a process during its first start, while it creates its keys and tables in an empty database, and checks that the next
 * start succeeds. Arguments: {@code sqlite} or {@code postgres}, rounds (50), seed (1). The exit status is 1 if a start failed.
 */
public final class FirstStartCrashRun {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

    private final Path folder;
    private final Random random;
    private final List<String> violations = new ArrayList<>();
    private int killedBeforeReady;
    private Duration lastStartDuration = Duration.ZERO;

    private FirstStartCrashRun(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** Runs. */
    public static void main(String[] args) throws Exception {
        String kind = args.length > 0 ? args[0] : "sqlite";
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        Path folder = Files.createTempDirectory("first-start-");
        FirstStartCrashRun starts = new FirstStartCrashRun(folder, seed);
        System.out.printf("killed during the first start on %s; files in %s%n", kind, folder);
        if (kind.equals("sqlite")) {
            for (int round = 0; round <= rounds; round++) {
                starts.round(round, TestDatabase.storeConfig("jdbc:sqlite:" + folder.resolve("kyc-" + round + ".db")));
            }
        } else {
            starts.runOnPostgres(rounds);
        }
        System.exit(starts.printReport());
    }

    private void runOnPostgres(int rounds) throws Exception {
        try (TestDatabase database = TestDatabase.of("postgres", folder)) {
            DataSource server = database.server().orElseThrow().getPostgresDatabase();
            for (int round = 0; round <= rounds; round++) {
                String name = "kyc_" + round;
                create(server, name);
                round(
                        round,
                        TestDatabase.storeConfigWithKeys(
                                database.jdbc().replace("/postgres?", "/" + name + "?"), folder));
            }
        }
    }

    private static void create(DataSource server, String name) throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
    }

    // Round 0 kills nothing: it measures how long a start takes.
    private void round(int round, String store) throws Exception {
        try (VendorStub vendor = new VendorStub(VendorFaultProfile.NONE, 1, Instant::now)) {
            Path configuration = folder.resolve("kyc-" + round + ".conf");
            Files.writeString(
                    configuration, SystemUnderTest.create(vendor.url(), store).hocon());
            Path job = new WorkerJob(configuration.toString(), 0, round, 1, 0, List.of(), false)
                    .write(folder.resolve("job-" + round));
            if (round > 0) {
                killDuringStart(job);
            }
            startAfterKill(round, job);
        }
    }

    private void killDuringStart(Path job) throws Exception {
        WorkerProcess worker = WorkerProcess.start(
                job, folder.resolve("worker.log"), new StepJournal(), new ShiftedClock(Duration.ZERO));
        Thread.sleep((long) (random.nextDouble() * lastStartDuration.toMillis()));
        killedBeforeReady += worker.isReady() ? 0 : 1;
        worker.kill();
    }

    private void startAfterKill(int round, Path job) throws Exception {
        Instant startedAt = Instant.now();
        WorkerProcess worker = WorkerProcess.start(
                job, folder.resolve("worker.log"), new StepJournal(), new ShiftedClock(Duration.ZERO));
        if (!worker.awaitReady(START_TIMEOUT)) {
            violations.add("round " + round + " did not start again; see worker.log");
        }
        lastStartDuration = Duration.between(startedAt, Instant.now());
        worker.kill();
    }

    private int printReport() {
        System.out.printf(
                "%d killed before the start was complete, %d violations%n", killedBeforeReady, violations.size());
        violations.forEach(System.out::println);
        return violations.isEmpty() ? 0 : 1;
    }
}
