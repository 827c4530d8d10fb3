package dev.kycport.host.cli;

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
public final class Kyc implements Callable<Integer> {

    private static final int NARROWEST_HELP = 60;

    private final Outside outside;
    private final Verbosity verbosity = new Verbosity();
    private final CommandLine commands;

    private Kyc(Outside outside) {
        this.outside = outside;
        this.commands = commands();
    }

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(run(Outside.ofTheProcess(), arguments));
    }

    static int run(Outside outside, String... arguments) {
        Kyc kyc = new Kyc(outside);
        try {
            return kyc.commands.execute(arguments);
        } catch (ServiceConfigurationError broken) {
            return kyc.broken(broken);
        } finally {
            outside.out().flush();
            outside.err().flush();
        }
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Shows on standard error what happens inside, never a secret.")
    void verbose(boolean wanted) {
        if (wanted) {
            verbosity.raise();
        }
    }

    /** Without a command there is only help. */
    @Override
    public Integer call() {
        commands.usage(outside.err().writer());
        return ExitStatus.USAGE.number();
    }

    private CommandLine commands() {
        CommandLine line = new CommandLine(this)
                .addSubcommand(new DemoCommand(outside))
                .addSubcommand(new RunCommand(outside))
                .addSubcommand(new ProvidersCommand(outside))
                .addSubcommand(ConsentCommand.line(outside))
                .addSubcommand(new SettleCommand(outside))
                .addSubcommand(new PurgeCommand(outside))
                .addSubcommand(HoldCommand.line(outside))
                .addSubcommand(KeysCommand.line(outside))
                .addSubcommand("completion", new AutoComplete.GenerateCompletion());
        line.getCommandSpec().version("kyc " + version());
        // An argument that begins with @ is a value like any other, and no file to be read and quoted.
        return line.setExpandAtFiles(false)
                .setOut(outside.out().writer())
                .setErr(outside.err().writer())
                .setColorScheme(Help.defaultColorScheme(outside.out().look().colour() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, outside.out().width()))
                .setParameterExceptionHandler(new Complaints(outside.err()))
                .setExecutionExceptionHandler((broken, command, parsed) -> broken(broken));
    }

    private int broken(Throwable broken) {
        return new Breakdowns(outside.err(), verbosity::isHigh).tell(broken);
    }

    private static String version() {
        return Optional.ofNullable(Kyc.class.getPackage().getImplementationVersion())
                .orElse("of an unpacked build");
    }
}
