package dev.kycport.host.cli;

import dev.kycport.host.cli.command.ConsentCommand;
import dev.kycport.host.cli.command.DemoCommand;
import dev.kycport.host.cli.command.HoldCommand;
import dev.kycport.host.cli.command.KeysCommand;
import dev.kycport.host.cli.command.ProvidersCommand;
import dev.kycport.host.cli.command.PurgeCommand;
import dev.kycport.host.cli.command.ReconcileCommand;
import dev.kycport.host.cli.command.RunCommand;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code kyc} command. */
@Command(
        name = "kyc",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Verifies who somebody is, by Aadhaar OTP or DigiLocker, through any provider.",
        footer = {"", "Begin with kyc demo: it needs no network and no account."})
public final class KycCli implements Callable<Integer> {

    private static final int MIN_HELP_WIDTH = 60;

    private final CliContext cliContext;
    private final Verbosity verbosity = new Verbosity();
    private final CommandLine commands;

    private KycCli(CliContext cliContext) {
        this.cliContext = cliContext;
        this.commands = commands();
    }

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(run(CliContext.ofProcess(), arguments));
    }

    static int run(CliContext cliContext, String... arguments) {
        KycCli kycCli = new KycCli(cliContext);
        try {
            return kycCli.commands.execute(arguments);
        } catch (ServiceConfigurationError error) {
            return kycCli.reportError(error);
        } finally {
            cliContext.out().flush();
            cliContext.err().flush();
        }
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Shows on standard error what happens inside, never a secret.")
    void verbose(boolean enabled) {
        if (enabled) {
            verbosity.raise();
        }
    }

    /** Without a command there is only help. */
    @Override
    public Integer call() {
        commands.usage(cliContext.err().writer());
        return ExitStatus.USAGE.code();
    }

    private CommandLine commands() {
        CommandLine line = new CommandLine(this)
                .addSubcommand(new DemoCommand(cliContext))
                .addSubcommand(new RunCommand(cliContext))
                .addSubcommand(new ProvidersCommand(cliContext))
                .addSubcommand(ConsentCommand.commandLine(cliContext))
                .addSubcommand(new ReconcileCommand(cliContext))
                .addSubcommand(new PurgeCommand(cliContext))
                .addSubcommand(HoldCommand.commandLine(cliContext))
                .addSubcommand(KeysCommand.commandLine(cliContext))
                .addSubcommand("completion", new AutoComplete.GenerateCompletion());
        line.getCommandSpec().version("kyc " + version());
        // An argument that begins with @ is a value like any other, and no file to be read and quoted.
        return line.setExpandAtFiles(false)
                .setOut(cliContext.out().writer())
                .setErr(cliContext.err().writer())
                .setColorScheme(
                        Help.defaultColorScheme(cliContext.out().look().colour() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpWidth(Math.max(MIN_HELP_WIDTH, cliContext.out().width()))
                .setParameterExceptionHandler(new UsageErrorHandler(cliContext.err()))
                .setExecutionExceptionHandler((error, command, parsed) -> reportError(error));
    }

    private int reportError(Throwable error) {
        return new ExecutionErrorHandler(cliContext.err(), verbosity::isHigh).report(error);
    }

    private static String version() {
        return Optional.ofNullable(KycCli.class.getPackage().getImplementationVersion())
                .orElse("of an unpacked build");
    }
}
