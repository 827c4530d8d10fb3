package dev.kycport.host.cli.command;

import dev.kycport.host.cli.context.CliContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code kyc keys}: the keys that identities are sealed with. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Makes and rotates the keys that identities are sealed with. A process that runs keeps the keys that it"
                        + " started with.")
public final class KeysCommand {

    private KeysCommand() {}

    public static CommandLine commandLine(CliContext cliContext) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new KeysNewCommand(cliContext))
                .addSubcommand(new KeysListCommand(cliContext))
                .addSubcommand(new KeysPrepareCommand(cliContext))
                .addSubcommand(new KeysRotateCommand(cliContext))
                .addSubcommand(new KeysRetireCommand(cliContext));
    }
}
