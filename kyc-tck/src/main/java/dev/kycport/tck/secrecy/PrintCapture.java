package dev.kycport.tck.secrecy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Everything that is printed to {@code System.out} and {@code System.err} while it is open, which goes where it went before
 * as well. Several may be open at once, in any order: the streams are put back when the last one closes.
 */
final class PrintCapture implements AutoCloseable {

    private static final List<PrintCapture> OPEN = new CopyOnWriteArrayList<>();

    private static PrintStream oldOut = System.out;
    private static PrintStream oldErr = System.err;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private PrintCapture() {}

    static PrintCapture start() {
        synchronized (OPEN) {
            if (OPEN.isEmpty()) {
                oldOut = System.out;
                oldErr = System.err;
                System.setOut(tee(oldOut));
                System.setErr(tee(oldErr));
            }
            PrintCapture capture = new PrintCapture();
            OPEN.add(capture);
            return capture;
        }
    }

    /** What was printed so far. */
    String text() {
        return printed.toString(Charset.defaultCharset());
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            OPEN.remove(this);
            if (OPEN.isEmpty()) {
                System.setOut(oldOut);
                System.setErr(oldErr);
            }
        }
    }

    private static PrintStream tee(PrintStream old) {
        return new PrintStream(new TeeOutputStream(old), true, Charset.defaultCharset());
    }

    private static final class TeeOutputStream extends OutputStream {

        private final PrintStream old;

        TeeOutputStream(PrintStream old) {
            this.old = old;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            old.write(bytes, from, length);
            OPEN.forEach(capture -> capture.printed.write(bytes, from, length));
        }

        @Override
        public void flush() {
            old.flush();
        }
    }
}
