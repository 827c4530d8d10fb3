package dev.kycport.host.cli.terminal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** Detects what standard output and standard error are connected to. */
public final class TerminalDetector {

    private static final int DEFAULT_WIDTH = 80;

    private final Map<String, String> environment;
    private final boolean hasConsole;
    private final Optional<TerminalProvider> provider = provider();

    /** @param hasConsole whether the JDK found a console: the answer where JLine has no native code for this machine */
    public TerminalDetector(Map<String, String> environment, boolean hasConsole) {
        this.environment = environment;
        this.hasConsole = hasConsole;
    }

    public TerminalCapabilities detect(SystemStream stream) {
        boolean terminal = provider.map(found -> found.isSystemStream(stream)).orElse(hasConsole)
                && !"dumb".equals(environment.get("TERM"));
        boolean colour = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        int width = terminal ? width(stream) : DEFAULT_WIDTH;
        return new TerminalCapabilities(terminal, colour, charset().equals(StandardCharsets.UTF_8), width);
    }

    /** The character set of the terminal, by its locale. */
    public static Charset charset() {
        return Charset.forName(
                System.getProperty("stdout.encoding", System.getProperty("native.encoding", "US-ASCII")));
    }

    private int width(SystemStream stream) {
        return Optional.of(environment.getOrDefault("COLUMNS", ""))
                .filter(columns -> columns.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .or(() -> provider.map(found -> found.systemStreamWidth(stream)))
                .filter(columns -> columns > 0)
                .orElse(DEFAULT_WIDTH);
    }

    private static Optional<TerminalProvider> provider() {
        try {
            return Optional.of(TerminalProvider.load("jni"));
        } catch (IOException | LinkageError noNativeCode) {
            return Optional.empty();
        }
    }
}
