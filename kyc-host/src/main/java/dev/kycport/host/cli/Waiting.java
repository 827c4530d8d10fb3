package dev.kycport.host.cli;

import java.util.function.Supplier;

/** Shows a person at a terminal that a provider is being waited for; elsewhere it shows nothing. */
final class Waiting {

    private final Terminal terminal;

    Waiting(Terminal terminal) {
        this.terminal = terminal;
    }

    <T> T during(String what, Supplier<T> work) {
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
