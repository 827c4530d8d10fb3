package dev.kycport.host.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A line that moves and counts seconds while something lasts, and is gone afterwards; short work never shows it. */
final class Spinner {

    private static final int TICKS_A_SECOND = 8;
    private static final String DOTS = "\u280B\u2819\u2838\u2834\u2826\u2807";
    private static final String BARS = "|/-\\";

    private final Terminal terminal;
    private final String what;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "kyc-spinner");

    private Spinner(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    static Spinner start(Terminal terminal, String what) {
        Spinner spinner = new Spinner(terminal, what);
        spinner.thread.setDaemon(true);
        spinner.thread.start();
        return spinner;
    }

    void stop() {
        done.countDown();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int drawn = 0;
        for (int tick = 1; !isStoppedAfterTick(); tick++) {
            drawn = draw(tick);
        }
        if (drawn > 0) {
            terminal.writer().print("\r" + " ".repeat(drawn) + "\r");
            terminal.flush();
        }
    }

    private int draw(int tick) {
        String signs = terminal.look().unicode() ? DOTS : BARS;
        String text = "  " + signs.charAt(tick % signs.length()) + " " + what + " " + tick / TICKS_A_SECOND + " s";
        String fitting = text.substring(0, Math.min(text.length(), terminal.width() - 1));
        terminal.writer().print("\r" + fitting);
        terminal.flush();
        return fitting.length();
    }

    private boolean isStoppedAfterTick() {
        try {
            return done.await(1000 / TICKS_A_SECOND, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
