package dev.kycport.host.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code kyc hold}: people whose data no purge takes. */
@Command(
        name = "hold",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Keeps sessions and audit of a person from every purge, for as long as a court wants them.")
final class HoldCommand {

    private HoldCommand() {}

    static CommandLine line(Outside outside) {
        return new CommandLine(new HoldCommand())
                .addSubcommand(new HoldAddCommand(outside))
                .addSubcommand(new HoldReleaseCommand(outside))
                .addSubcommand(new HoldListCommand(outside));
    }
}
