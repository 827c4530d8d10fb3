package dev.kycport.host.cli.terminal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds out what the standard streams are connected to. */
public final class TerminalDetector {

    public static final int OUTPUT = 1;
    public static final int ERROR = 2;

    private static final int DEFAULT_WIDTH = 80;

    private final Map<String, String> environment;
    private final boolean hasConsole;

    /**
     * Looks at the streams of this process.
     *
     * @param attended whether input and output are known to be a terminal
     */
    public TerminalDetector(Map<String, String> environment, boolean attended) {
        this.environment = environment;
        this.hasConsole = attended;
    }

    public TerminalCapabilities capabilities(int descriptor) {
        boolean terminal = isTerminal(descriptor) && !"dumb".equals(environment.get("TERM"));
        boolean colour = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new TerminalCapabilities(
                terminal, colour, charset().equals(StandardCharsets.UTF_8), terminal ? width() : DEFAULT_WIDTH);
    }

    /** How the terminal, by its locale, wants characters. */
    public static Charset charset() {
        return Charset.forName(
                System.getProperty("stdout.encoding", System.getProperty("native.encoding", "US-ASCII")));
    }

    // Java tells only whether input and output are both a terminal; Linux tells each.
    private boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return hasConsole;
        }
    }

    private int width() {
        return number(environment.getOrDefault("COLUMNS", ""))
                .or(TerminalDetector::sttyWidth)
                .filter(columns -> columns > 0)
                .orElse(DEFAULT_WIDTH);
    }

    private static Optional<Integer> sttyWidth() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return number(size.substring(size.indexOf(' ') + 1));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
