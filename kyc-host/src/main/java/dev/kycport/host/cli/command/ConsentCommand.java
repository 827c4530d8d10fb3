package dev.kycport.host.cli.command;

import dev.kycport.host.cli.context.CliContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code kyc consent}: the commands on the consent ledger. */
@Command(
        name = "consent",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows, withdraws, verifies and exports recorded consents.")
public final class ConsentCommand {

    private ConsentCommand() {}

    public static CommandLine commandLine(CliContext context) {
        return new CommandLine(new ConsentCommand())
                .addSubcommand(new ConsentShowCommand(context))
                .addSubcommand(new ConsentWithdrawCommand(context))
                .addSubcommand(new ConsentVerifyCommand(context))
                .addSubcommand(new ConsentExportCommand(context));
    }
}
