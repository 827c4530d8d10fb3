package dev.kycport.host.cli.result;

import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.terminal.JsonPrinter;

/** Prints the result of a run as text or JSON, and a usage error to standard error. */
public final class RunOutput {

    private final CliContext context;

    public RunOutput(CliContext context) {
        this.context = context;
    }

    public void printText(RunResult result) {
        new RunResultPrinter(context.out()).print(result);
        printError(result);
    }

    public void printJson(RunResult result) {
        JsonPrinter.print(SessionJson.of(result), context.out());
        printError(result);
    }

    private void printError(RunResult result) {
        if (result.status() == ExitStatus.USAGE) {
            result.report().ifPresent(report -> context.err().message(report.summary()));
        }
    }
}
