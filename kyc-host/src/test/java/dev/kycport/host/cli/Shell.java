package dev.kycport.host.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the command in this process: what it was given, and what came out. */
final class Shell {

    private static final Path PICTURES = pictures();

    // In memory unless a test says otherwise, so that nothing is left behind.
    private final Map<String, String> environment = new HashMap<>(Map.of("KYC_STORE_URL", "memory"));
    private String input = "";
    private Optional<Typist> typist = Optional.empty();
    private Look look = Look.PLAIN;

    /** What a command printed, and its exit status. */
    record Output(int status, String out, String err, Optional<Typist> typist) {

        String everything() {
            return out + err;
        }

        /** Standard output as one long line, however wide the terminal is. */
        String story() {
            return out.replaceAll("\\s+", " ");
        }
    }

    /** Somebody who types these lines, remembering which were asked for without echo. */
    static final class Typist implements Keyboard {

        final Deque<String> lines;
        final Deque<String> hidden = new ArrayDeque<>();

        Typist(String... lines) {
            this.lines = new ArrayDeque<>(List.of(lines));
        }

        @Override
        public Optional<String> line() {
            return Optional.ofNullable(lines.poll());
        }

        @Override
        public Optional<String> hiddenLine() {
            Optional<String> line = line();
            line.ifPresent(hidden::add);
            return line;
        }
    }

    // In the build folder, so that what the demo leaves behind is cleaned up with it.
    private static Path pictures() {
        try {
            return Files.createDirectories(Path.of("target", "pictures").toAbsolutePath());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Nobody says where things are kept. */
    Shell withoutStore() {
        environment.remove("KYC_STORE_URL");
        return this;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell reading(String... lines) {
        input = String.join("\n", lines);
        return this;
    }

    /** At a terminal, where a person types these lines and then leaves. */
    Shell typing(String... lines) {
        typist = Optional.of(new Typist(lines));
        return this;
    }

    Shell looking(Look at) {
        look = at;
        return this;
    }

    /** Runs the words of the command, divided by spaces; {@code _} in a word stands for a space. */
    Output run(String command) {
        return run(Arrays.stream(command.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace('_', ' '))
                .toArray(String[]::new));
    }

    Output run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Outside outside = new Outside(
                environment,
                new BufferedReader(new StringReader(input)),
                new Terminal(new PrintWriter(out), look),
                new Terminal(new PrintWriter(err), look),
                typist.map(somebody -> somebody),
                PICTURES);
        int status = Kyc.run(outside, arguments);
        return new Output(status, out.toString(), err.toString(), typist);
    }
}
