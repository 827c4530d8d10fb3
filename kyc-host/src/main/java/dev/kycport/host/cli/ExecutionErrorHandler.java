package dev.kycport.host.cli;

import dev.kycport.app.config.KycConfigException;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.ports.store.StoreUnavailableException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Reports a broken installation or a bug. Prints no message that may contain personal data. */
final class ExecutionErrorHandler {

    private final Terminal terminal;
    private final BooleanSupplier verbose;

    ExecutionErrorHandler(Terminal terminal, BooleanSupplier verbose) {
        this.terminal = terminal;
        this.verbose = verbose;
    }

    int report(Throwable error) {
        terminal.message(message(error));
        if (verbose.getAsBoolean()) {
            printTrace(error, new HashSet<>());
        }
        return ExitStatus.USAGE.code();
    }

    private static String message(Throwable error) {
        if (error instanceof KycConfigException) {
            return "the configuration is invalid:" + System.lineSeparator() + error.getMessage();
        }
        return error instanceof StoreUnavailableException || error instanceof UncheckedIOException
                ? String.valueOf(error.getMessage())
                : "internal error (" + error.getClass().getName() + "); --verbose prints where";
    }

    private void printTrace(Throwable error, Set<Throwable> seen) {
        if (!seen.add(error)) {
            return;
        }
        terminal.message(error.getClass().getName());
        Arrays.stream(error.getStackTrace()).forEach(frame -> terminal.message("  at " + frame));
        if (error.getCause() != null) {
            printTrace(error.getCause(), seen);
        }
    }
}
