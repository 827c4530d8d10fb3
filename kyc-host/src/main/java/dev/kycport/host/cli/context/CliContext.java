package dev.kycport.host.cli.context;

import dev.kycport.host.cli.terminal.ConsoleKeyboard;
import dev.kycport.host.cli.terminal.Keyboard;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TerminalDetector;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.spi.SystemStream;

/**
 * The environment, streams and folders that a command uses.
 *
 * @param stdin standard input, for values given as {@code -}
 * @param keyboard for questions to a person; empty without a terminal
 * @param tempFolder for image files
 */
public record CliContext(
        Map<String, String> environment,
        BufferedReader stdin,
        Terminal out,
        Terminal err,
        Optional<Keyboard> keyboard,
        Path tempFolder) {

    /** The context of this process. */
    public static CliContext ofProcess() {
        Optional<Keyboard> keyboard = ConsoleKeyboard.find();
        TerminalDetector detector = new TerminalDetector(System.getenv(), keyboard.isPresent());
        return new CliContext(
                System.getenv(),
                new BufferedReader(new InputStreamReader(System.in, TerminalDetector.charset())),
                new Terminal(writer(FileDescriptor.out), detector.detect(SystemStream.Output)),
                new Terminal(writer(FileDescriptor.err), detector.detect(SystemStream.Error)),
                keyboard,
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(descriptor), TerminalDetector.charset()), true);
    }
}
