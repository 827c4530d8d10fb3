package dev.kycport.endurance;

import dev.kycport.domain.SessionId;
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
 * @param ahead how far its clock is set forward
 * @param firstNumber of the people who come anew
 * @param waiting the sessions that earlier lives left behind
 * @param last whether everyone is to be led to an end, and nobody new comes
 */
record Errand(
        Path configuration,
        Duration ahead,
        long seed,
        int threads,
        int firstNumber,
        List<Waiting> waiting,
        boolean last) {

    private static final String CONFIGURATION = "configuration";
    private static final String AHEAD = "ahead-millis";
    private static final String SEED = "seed";
    private static final String THREADS = "threads";
    private static final String FIRST = "first-number";
    private static final String WAITING = "waiting";
    private static final String LAST = "last";

    static List<Waiting> waiting(List<Story> stories) {
        return stories.stream()
                .flatMap(story -> story.session().stream().map(session -> new Waiting(story.subject(), session)))
                .toList();
    }

    /** Somebody whose session goes on. */
    record Waiting(Subject subject, SessionId session) {}

    Path write(Path file) throws IOException {
        Properties lines = new Properties();
        lines.setProperty(CONFIGURATION, configuration.toString());
        lines.setProperty(AHEAD, Long.toString(ahead.toMillis()));
        lines.setProperty(SEED, Long.toString(seed));
        lines.setProperty(THREADS, Integer.toString(threads));
        lines.setProperty(FIRST, Integer.toString(firstNumber));
        lines.setProperty(LAST, Boolean.toString(last));
        lines.setProperty(
                WAITING,
                waiting.stream()
                        .map(one -> one.subject().name() + "=" + one.session())
                        .collect(Collectors.joining(" ")));
        try (Writer out = Files.newBufferedWriter(file)) {
            lines.store(out, null);
        }
        return file;
    }

    static Errand read(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            lines.load(in);
        }
        return new Errand(
                Path.of(lines.getProperty(CONFIGURATION)),
                Duration.ofMillis(Long.parseLong(lines.getProperty(AHEAD))),
                Long.parseLong(lines.getProperty(SEED)),
                Integer.parseInt(lines.getProperty(THREADS)),
                Integer.parseInt(lines.getProperty(FIRST)),
                sessions(lines.getProperty(WAITING)),
                Boolean.parseBoolean(lines.getProperty(LAST)));
    }

    private static List<Waiting> sessions(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split("=", 2))
                .map(pair -> new Waiting(Subject.named(pair[0]), new SessionId(pair[1])))
                .toList();
    }
}
