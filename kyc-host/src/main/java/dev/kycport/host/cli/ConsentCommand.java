package dev.kycport.host.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code kyc consent}: the ledger as people read it. */
@Command(
        name = "consent",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows, withdraws, verifies and exports the consents on record.")
final class ConsentCommand {

    private ConsentCommand() {}

    static CommandLine line(Outside outside) {
        return new CommandLine(new ConsentCommand())
                .addSubcommand(new ConsentShowCommand(outside))
                .addSubcommand(new ConsentWithdrawCommand(outside))
                .addSubcommand(new ConsentVerifyCommand(outside))
                .addSubcommand(new ConsentExportCommand(outside));
    }
}
