package dev.kycport.endurance;

import dev.kycport.domain.SessionId;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.user.UserHistory;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What one life of the process is for.
 *
 * @param configuration the file with the installation
 * @param clockOffset how far its clock is set forward
 * @param firstNumber of the people who come anew
 * @param resumedSessions the sessions that earlier lives left behind
 * @param drain whether everyone is to be led to an end, and nobody new comes
 */
record WorkerJob(
        Path configuration,
        Duration clockOffset,
        long seed,
        int threads,
        int firstNumber,
        List<ResumedSession> resumedSessions,
        boolean drain) {

    private static final String CONFIGURATION = "configuration";
    private static final String CLOCK_OFFSET = "ahead-millis";
    private static final String SEED = "seed";
    private static final String THREADS = "threads";
    private static final String FIRST_NUMBER = "first-number";
    private static final String RESUMED_SESSIONS = "waiting";
    private static final String DRAIN = "last";

    static List<ResumedSession> resumedSessions(List<UserHistory> stories) {
        return stories.stream()
                .flatMap(userHistory -> userHistory.session().stream()
                        .map(session -> new ResumedSession(userHistory.subject(), session)))
                .toList();
    }

    /** Somebody whose session goes on. */
    record ResumedSession(TestSubject subject, SessionId session) {}

    Path write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(CONFIGURATION, configuration.toString());
        properties.setProperty(CLOCK_OFFSET, Long.toString(clockOffset.toMillis()));
        properties.setProperty(SEED, Long.toString(seed));
        properties.setProperty(THREADS, Integer.toString(threads));
        properties.setProperty(FIRST_NUMBER, Integer.toString(firstNumber));
        properties.setProperty(DRAIN, Boolean.toString(drain));
        properties.setProperty(
                RESUMED_SESSIONS,
                resumedSessions.stream()
                        .map(resumed -> resumed.subject().name() + "=" + resumed.session())
                        .collect(Collectors.joining(" ")));
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file;
    }

    static WorkerJob read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return new WorkerJob(
                Path.of(properties.getProperty(CONFIGURATION)),
                Duration.ofMillis(Long.parseLong(properties.getProperty(CLOCK_OFFSET))),
                Long.parseLong(properties.getProperty(SEED)),
                Integer.parseInt(properties.getProperty(THREADS)),
                Integer.parseInt(properties.getProperty(FIRST_NUMBER)),
                parseSessions(properties.getProperty(RESUMED_SESSIONS)),
                Boolean.parseBoolean(properties.getProperty(DRAIN)));
    }

    private static List<ResumedSession> parseSessions(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new ResumedSession(TestSubject.parse(pair[0]), new SessionId(pair[1])))
                .toList();
    }
}
