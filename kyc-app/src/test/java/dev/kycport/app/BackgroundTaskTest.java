package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kycport.app.internal.maintenance.BackgroundTask;
import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackgroundTaskTest {

    private static final BackgroundTask.Task WORKS = () -> {};
    private static final BackgroundTask.Task FAILS = () -> {
        throw new StoreUnavailableException("the database is away");
    };

    private final Logger logger = (Logger) LoggerFactory.getLogger(BackgroundTask.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void an_outage_is_logged_when_it_begins_and_when_it_is_over() {
        runRounds(WORKS, FAILS, FAILS, FAILS, WORKS, WORKS);

        assertThat(lines())
                .containsExactly(
                        "WARN tidying up failed, will retry; further failures are not logged:"
                                + " StoreUnavailableException, the database is away",
                        "INFO tidying up works again");
    }

    @Test
    void the_last_success_and_the_current_problem_are_known() {
        Iterator<BackgroundTask.Task> rounds = List.of(WORKS, FAILS, WORKS).iterator();
        Iterator<Instant> times =
                List.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)).iterator();
        BackgroundTask task = new BackgroundTask(
                "tidying up", times::next, () -> rounds.next().run());

        assertThat(task.lastSuccess()).isEmpty();
        task.run();
        assertThat(task.problem()).isEmpty();
        task.run();
        assertThat(task.problem()).contains("tidying up fails: StoreUnavailableException, the database is away");
        assertThat(task.lastSuccess()).contains(Instant.EPOCH);
        task.run();
        assertThat(task.problem()).isEmpty();
        assertThat(task.lastSuccess()).contains(Instant.EPOCH.plusSeconds(60));
    }

    @Test
    void the_next_outage_is_logged_anew() {
        runRounds(FAILS, WORKS, FAILS);

        assertThat(lines()).filteredOn(line -> line.startsWith("WARN")).hasSize(2);
    }

    @Test
    void no_exception_leaves_the_task() {
        runRounds(
                () -> {
                    throw new IOException("the disk is full");
                },
                () -> {
                    throw new NoClassDefFoundError("canary");
                });

        assertThat(lines()).hasSize(1).first().asString().contains("the disk is full");
    }

    @Test
    void messages_of_foreign_exceptions_are_not_logged() {
        runRounds(() -> {
            throw new IllegalStateException("canary");
        });

        assertThat(lines())
                .hasSize(1)
                .first()
                .asString()
                .doesNotContain("canary")
                .contains("IllegalStateException");
    }

    private static void runRounds(BackgroundTask.Task... rounds) {
        Iterator<BackgroundTask.Task> next = Arrays.asList(rounds).iterator();
        BackgroundTask backgroundTask = new BackgroundTask(
                "tidying up", () -> Instant.EPOCH, () -> next.next().run());
        while (next.hasNext()) {
            backgroundTask.run();
        }
    }

    private List<String> lines() {
        return log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
