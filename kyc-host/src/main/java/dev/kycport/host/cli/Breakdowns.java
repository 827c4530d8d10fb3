package dev.kycport.host.cli;

import dev.kycport.app.config.KycConfigException;
import dev.kycport.ports.StoreUnavailableException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Says why the command cannot go on: the installation is broken, or the program is. No message that may hold data is shown. */
final class Breakdowns {

    private final Terminal terminal;
    private final BooleanSupplier verbose;

    Breakdowns(Terminal terminal, BooleanSupplier verbose) {
        this.terminal = terminal;
        this.verbose = verbose;
    }

    int tell(Throwable broken) {
        terminal.message(message(broken));
        if (verbose.getAsBoolean()) {
            trace(broken, new HashSet<>());
        }
        return ExitStatus.USAGE.number();
    }

    private static String message(Throwable broken) {
        if (broken instanceof KycConfigException) {
            return "the configuration cannot be used:" + System.lineSeparator() + broken.getMessage();
        }
        return broken instanceof StoreUnavailableException || broken instanceof UncheckedIOException
                ? String.valueOf(broken.getMessage())
                : "something is broken in here (" + broken.getClass().getName() + "); --verbose shows where";
    }

    private void trace(Throwable broken, Set<Throwable> told) {
        if (!told.add(broken)) {
            return;
        }
        terminal.message(broken.getClass().getName());
        Arrays.stream(broken.getStackTrace()).forEach(frame -> terminal.message("  at " + frame));
        if (broken.getCause() != null) {
            trace(broken.getCause(), told);
        }
    }
}
