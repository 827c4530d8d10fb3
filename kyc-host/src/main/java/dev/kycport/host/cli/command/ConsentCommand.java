package dev.kycport.host.cli.command;

import dev.kycport.host.cli.context.CliContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code kyc consent}: the ledger as people read it. */
@Command(
        name = "consent",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows, withdraws, verifies and exports the consents on record.")
public final class ConsentCommand {

    private ConsentCommand() {}

    public static CommandLine commandLine(CliContext cliContext) {
        return new CommandLine(new ConsentCommand())
                .addSubcommand(new ConsentShowCommand(cliContext))
                .addSubcommand(new ConsentWithdrawCommand(cliContext))
                .addSubcommand(new ConsentVerifyCommand(cliContext))
                .addSubcommand(new ConsentExportCommand(cliContext));
    }
}
