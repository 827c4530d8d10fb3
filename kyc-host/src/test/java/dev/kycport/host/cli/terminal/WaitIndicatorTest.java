package dev.kycport.host.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitIndicatorTest {

    private final CountDownLatch shown = new CountDownLatch(1);
    private final StringWriter written = new StringWriter();

    @Test
    void is_shown_at_a_terminal_and_wiped_off_afterwards() {
        boolean seen = on(new TerminalCapabilities(true, true, false, 80), this::firstTickThenEnd)
                .showWhile("waiting for fake", this::isShown);

        assertThat(seen).isTrue();
        assertThat(written.toString()).contains("waiting for fake 0 s").endsWith(" \r");
    }

    @Test
    void is_not_shown_without_a_terminal() {
        on(TerminalCapabilities.PLAIN, this::firstTickThenEnd).showWhile("waiting for fake", () -> true);

        assertThat(written.toString()).isEmpty();
    }

    @Test
    void a_call_that_ends_before_the_first_tick_shows_nothing() {
        on(new TerminalCapabilities(true, true, true, 80), WaitIndicatorTest::end)
                .showWhile("waiting for fake", () -> true);

        assertThat(written.toString()).isEmpty();
    }

    private WaitIndicator on(TerminalCapabilities capabilities, WaitIndicator.Ticker ticker) {
        return new WaitIndicator(new Terminal(new PrintWriter(written), capabilities), ticker);
    }

    private boolean firstTickThenEnd(CountDownLatch done) throws InterruptedException {
        if (written.toString().isEmpty()) {
            return false;
        }
        shown.countDown();
        return end(done);
    }

    private static boolean end(CountDownLatch done) throws InterruptedException {
        done.await();
        return true;
    }

    private boolean isShown() {
        try {
            shown.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
