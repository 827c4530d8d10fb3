package dev.kycport.host.cli;

import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.terminal.Keyboard;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TerminalCapabilities;
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

/** Runs {@code kyc} in this process, with its environment, input and terminal. */
public final class CliHarness {

    private static final Path IMAGE_FOLDER = pictures();

    // In memory by default, so that nothing is left behind.
    private final Map<String, String> environment = new HashMap<>(Map.of("KYC_STORE_URL", "memory"));
    private String input = "";
    private Optional<ScriptedKeyboard> keyboard = Optional.empty();
    private TerminalCapabilities capabilities = TerminalCapabilities.PLAIN;

    /** What a command printed, and its exit status. */
    public record Output(int status, String out, String err, Optional<ScriptedKeyboard> keyboard) {

        public String allOutput() {
            return out + err;
        }

        /** Standard output as one long line, however wide the terminal is. */
        public String normalizedOut() {
            return out.replaceAll("\\s+", " ");
        }
    }

    /** Types these lines, and records which were read without echo. */
    static final class ScriptedKeyboard implements Keyboard {

        final Deque<String> lines;
        final Deque<String> hidden = new ArrayDeque<>();

        ScriptedKeyboard(String... lines) {
            this.lines = new ArrayDeque<>(List.of(lines));
        }

        @Override
        public Optional<String> readLine() {
            return Optional.ofNullable(lines.poll());
        }

        @Override
        public Optional<String> readHiddenLine() {
            Optional<String> line = readLine();
            line.ifPresent(hidden::add);
            return line;
        }
    }

    // In the build folder, so that the files of the demo are deleted with it.
    private static Path pictures() {
        try {
            return Files.createDirectories(Path.of("target", "pictures").toAbsolutePath());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Without a configured store. */
    CliHarness withoutStore() {
        environment.remove("KYC_STORE_URL");
        return this;
    }

    public CliHarness with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public CliHarness withInput(String... lines) {
        input = String.join("\n", lines);
        return this;
    }

    /** At a terminal, where a person types these lines, then ends the input. */
    public CliHarness withAnswers(String... lines) {
        keyboard = Optional.of(new ScriptedKeyboard(lines));
        return this;
    }

    public CliHarness withCapabilities(TerminalCapabilities at) {
        capabilities = at;
        return this;
    }

    /** Runs the words of the command, separated by spaces; {@code _} in a word stands for a space. */
    public Output run(String command) {
        return run(Arrays.stream(command.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace('_', ' '))
                .toArray(String[]::new));
    }

    Output run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CliContext context = new CliContext(
                environment,
                new BufferedReader(new StringReader(input)),
                new Terminal(new PrintWriter(out), capabilities),
                new Terminal(new PrintWriter(err), capabilities),
                keyboard.map(found -> found),
                IMAGE_FOLDER);
        int status = KycCli.run(context, arguments);
        return new Output(status, out.toString(), err.toString(), keyboard);
    }
}
