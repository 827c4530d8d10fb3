package dev.kycport.host.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitIndicatorTest {

    private final CountDownLatch shown = new CountDownLatch(1);
    private final StringWriter written = new StringWriter() {
        @Override
        public void write(String text, int from, int length) {
            super.write(text, from, length);
            if (text.contains("waiting for fake")) {
                shown.countDown();
            }
        }
    };

    @Test
    void is_shown_at_a_terminal_and_wiped_off_afterwards() {
        boolean seen = on(new TerminalCapabilities(true, true, false, 80)).showWhile("waiting for fake", this::isShown);

        assertThat(seen).isTrue();
        assertThat(written.toString()).contains("waiting for fake 0 s").endsWith(" \r");
    }

    @Test
    void is_not_shown_where_nobody_looks() {
        on(TerminalCapabilities.PLAIN).showWhile("waiting for fake", () -> true);

        assertThat(written.toString()).isEmpty();
    }

    @Test
    void short_work_shows_nothing() {
        on(new TerminalCapabilities(true, true, true, 80)).showWhile("waiting for fake", () -> true);

        assertThat(written.toString().strip()).isEmpty();
    }

    private WaitIndicator on(TerminalCapabilities terminalCapabilities) {
        return new WaitIndicator(new Terminal(new PrintWriter(written), terminalCapabilities));
    }

    private boolean isShown() {
        try {
            return shown.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
