package dev.kycport.host.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Everything outside the program that a command meets.
 *
 * @param in standard input, for values given as {@code -}
 * @param keyboard where a person can be asked, if there is one
 * @param temporary where pictures may be put
 */
record Outside(
        Map<String, String> environment,
        BufferedReader in,
        Terminal out,
        Terminal err,
        Optional<Keyboard> keyboard,
        Path temporary) {

    /** The streams and the terminal that the program was started with. */
    static Outside ofTheProcess() {
        Optional<Keyboard> keyboard = ConsoleKeyboard.attached();
        Tty tty = new Tty(System.getenv(), keyboard.isPresent());
        return new Outside(
                System.getenv(),
                new BufferedReader(new InputStreamReader(System.in, Tty.charset())),
                new Terminal(writer(FileDescriptor.out), tty.look(Tty.OUTPUT)),
                new Terminal(writer(FileDescriptor.err), tty.look(Tty.ERROR)),
                keyboard,
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), Tty.charset()), true);
    }
}
