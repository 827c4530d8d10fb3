package dev.kycport.host.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows a spinner and the seconds that have passed while a call runs; only at a terminal, and not for a short call. */
public final class WaitIndicator {

    private static final int TICKS_PER_SECOND = 8;
    private static final String DOTS = "\u280B\u2819\u2838\u2834\u2826\u2807";
    private static final String BARS = "|/-\\";

    private final Terminal terminal;
    private final Ticker ticker;

    public WaitIndicator(Terminal terminal) {
        this(terminal, done -> done.await(1000 / TICKS_PER_SECOND, TimeUnit.MILLISECONDS));
    }

    WaitIndicator(Terminal terminal, Ticker ticker) {
        this.terminal = terminal;
        this.ticker = ticker;
    }

    /** Waits for the next tick. */
    interface Ticker {
        /** Whether the call was done before the tick. */
        boolean isDoneBeforeTick(CountDownLatch done) throws InterruptedException;
    }

    public <T> T showWhile(String what, Supplier<T> call) {
        if (!terminal.capabilities().interactive()) {
            return call.get();
        }
        CountDownLatch done = new CountDownLatch(1);
        Thread spinner = new Thread(() -> spin(what, done), "kyc-spinner");
        spinner.setDaemon(true);
        spinner.start();
        try {
            return call.get();
        } finally {
            done.countDown();
            join(spinner);
        }
    }

    private void spin(String what, CountDownLatch done) {
        int drawn = 0;
        try {
            for (int tick = 1; !ticker.isDoneBeforeTick(done); tick++) {
                drawn = draw(what, tick);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (drawn > 0) {
            terminal.writer().print("\r" + " ".repeat(drawn) + "\r");
            terminal.flush();
        }
    }

    private int draw(String what, int tick) {
        String signs = terminal.capabilities().unicode() ? DOTS : BARS;
        String text = "  " + signs.charAt(tick % signs.length()) + " " + what + " " + tick / TICKS_PER_SECOND + " s";
        String fitting = text.substring(0, Math.min(text.length(), terminal.width() - 1));
        terminal.writer().print("\r" + fitting);
        terminal.flush();
        return fitting.length();
    }

    private static void join(Thread spinner) {
        try {
            spinner.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
