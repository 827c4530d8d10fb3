package dev.kycport.host.cli;

import dev.kycport.host.cli.command.ApiKeyCommand;
import dev.kycport.host.cli.command.ConsentCommand;
import dev.kycport.host.cli.command.DemoCommand;
import dev.kycport.host.cli.command.EvidenceCommand;
import dev.kycport.host.cli.command.HealthCommand;
import dev.kycport.host.cli.command.HoldCommand;
import dev.kycport.host.cli.command.KeysCommand;
import dev.kycport.host.cli.command.ProvidersCommand;
import dev.kycport.host.cli.command.PurgeCommand;
import dev.kycport.host.cli.command.ReconcileCommand;
import dev.kycport.host.cli.command.RunCommand;
import dev.kycport.host.cli.command.ServeCommand;
import dev.kycport.host.cli.command.VerifyDocumentCommand;
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

/** The {@code kyc} command and the main class. */
@Command(
        name = "kyc",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Verifies a person's identity by Aadhaar OTP or DigiLocker, through any provider.",
        footer = {"", "Start with kyc demo: it needs no network and no account."})
public final class KycCli implements Callable<Integer> {

    private static final int MIN_HELP_WIDTH = 60;

    private final CliContext context;
    private final Verbosity verbosity = new Verbosity();
    private final CommandLine commands;

    private KycCli(CliContext context) {
        this.context = context;
        this.commands = commands();
    }

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(run(CliContext.ofProcess(), arguments));
    }

    static int run(CliContext context, String... arguments) {
        KycCli kycCli = new KycCli(context);
        try {
            return kycCli.commands.execute(arguments);
        } catch (ServiceConfigurationError error) {
            return kycCli.reportError(error);
        } finally {
            context.out().flush();
            context.err().flush();
        }
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Logs what happens to standard error, without secrets.")
    void verbose(boolean enabled) {
        if (enabled) {
            verbosity.raise();
        }
    }

    /** Without a command, prints the help. */
    @Override
    public Integer call() {
        commands.usage(context.err().writer());
        return ExitStatus.USAGE.code();
    }

    private CommandLine commands() {
        CommandLine line = new CommandLine(this)
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new ServeCommand(context))
                .addSubcommand(new ApiKeyCommand(context))
                .addSubcommand(new ProvidersCommand(context))
                .addSubcommand(new VerifyDocumentCommand(context))
                .addSubcommand(new EvidenceCommand(context))
                .addSubcommand(ConsentCommand.commandLine(context))
                .addSubcommand(new HealthCommand(context))
                .addSubcommand(new ReconcileCommand(context))
                .addSubcommand(new PurgeCommand(context))
                .addSubcommand(new HoldCommand(context))
                .addSubcommand(new KeysCommand(context))
                .addSubcommand("completion", new AutoComplete.GenerateCompletion());
        line.getCommandSpec().version("kyc " + version());
        // A value that starts with @ must not be read as a file and quoted.
        return line.setExpandAtFiles(false)
                .setOut(context.out().writer())
                .setErr(context.err().writer())
                .setColorScheme(
                        Help.defaultColorScheme(context.out().capabilities().colour() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpWidth(Math.max(MIN_HELP_WIDTH, context.out().width()))
                .setParameterExceptionHandler(new UsageErrorHandler(context.err()))
                .setExecutionExceptionHandler((error, command, parsed) -> reportError(error));
    }

    private int reportError(Throwable error) {
        return new ExecutionErrorHandler(context.err(), verbosity::isHigh).report(error);
    }

    private static String version() {
        return Optional.ofNullable(KycCli.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged build)");
    }
}
