package dev.kycport.host.cli.command;

import dev.kycport.host.cli.context.CliContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code kyc hold}: people whose data no purge takes. */
@Command(
        name = "hold",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Keeps sessions and audit of a person from every purge, for as long as a court wants them.")
public final class HoldCommand {

    private HoldCommand() {}

    public static CommandLine commandLine(CliContext cliContext) {
        return new CommandLine(new HoldCommand())
                .addSubcommand(new HoldAddCommand(cliContext))
                .addSubcommand(new HoldReleaseCommand(cliContext))
                .addSubcommand(new HoldListCommand(cliContext));
    }
}
