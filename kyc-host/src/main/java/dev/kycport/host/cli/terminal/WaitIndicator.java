package dev.kycport.host.cli.terminal;

import java.util.function.Supplier;

/** Shows a person at a terminal that a provider is being waited for; elsewhere it shows nothing. */
public final class WaitIndicator {

    private final Terminal terminal;

    public WaitIndicator(Terminal terminal) {
        this.terminal = terminal;
    }

    public <T> T showWhile(String what, Supplier<T> work) {
        if (!terminal.look().terminal()) {
            return work.get();
        }
        Spinner spinner = Spinner.start(terminal, what);
        try {
            return work.get();
        } finally {
            spinner.stop();
        }
    }
}
