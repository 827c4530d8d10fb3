package dev.kycport.host.cli.result;

import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.terminal.JsonPrinter;

/** Shows where a session has led, and what was wrong with the way it was asked for. */
public final class RunOutput {

    private final CliContext cliContext;

    public RunOutput(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    public void printText(RunResult runResult) {
        new RunResultPrinter(cliContext.out()).print(runResult);
        printError(runResult);
    }

    public void printJson(RunResult runResult) {
        JsonPrinter.print(SessionJson.of(runResult), cliContext.out());
        printError(runResult);
    }

    private void printError(RunResult runResult) {
        if (runResult.status() == ExitStatus.USAGE) {
            runResult.report().ifPresent(stepReport -> cliContext.err().message(stepReport.summary()));
        }
    }
}
