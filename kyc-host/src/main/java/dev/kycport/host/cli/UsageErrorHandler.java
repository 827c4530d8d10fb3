package dev.kycport.host.cli;

import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.terminal.Terminal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports invalid arguments without quoting them, as picocli would: one of them may be a secret. */
final class UsageErrorHandler implements IParameterExceptionHandler {

    private static final String DASHED_VALUE_HINT = "; put -- before a value that starts with -";

    private final Terminal terminal;

    UsageErrorHandler(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        terminal.message(
                error instanceof UnmatchedArgumentException unmatched
                        ? unmatched(unmatched)
                        : withArgument(error, List.of(arguments)));
        terminal.message("see " + name + " --help");
        return ExitStatus.USAGE.code();
    }

    private static String unmatched(UnmatchedArgumentException error) {
        List<String> arguments = error.getUnmatched();
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> suggestions = error.getSuggestions();
        String hint = suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?";
        if (first.startsWith("-")) {
            return "unknown option" + (suggestions.isEmpty() ? DASHED_VALUE_HINT : hint);
        }
        return error.getCommandLine().getSubcommands().isEmpty()
                ? "unexpected extra argument (quote values that contain spaces)"
                : "unknown command; " + knownCommands(error);
    }

    private static String knownCommands(ParameterException error) {
        return "known: "
                + String.join(", ", error.getCommandLine().getSubcommands().keySet());
    }

    private static String withArgument(ParameterException error, List<String> arguments) {
        if (error instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing(), arguments);
        }
        if (error instanceof MutuallyExclusiveArgsException) {
            return "two options exclude each other";
        }
        if (error instanceof OverwrittenOptionException overwritten) {
            return name(overwritten.getOverwritten()) + " is given twice";
        }
        ArgSpec option = error.getArgSpec();
        if (option == null && !error.getCommandLine().getSubcommands().isEmpty()) {
            return "a command is missing; " + knownCommands(error);
        }
        return option == null ? "invalid arguments" : name(option) + " has an invalid value";
    }

    private static String missing(List<ArgSpec> missing, List<String> arguments) {
        String names = missing.stream().map(UsageErrorHandler::name).collect(Collectors.joining(", "));
        if (missing.stream().anyMatch(argument -> isGiven(argument, arguments))) {
            return names + " has no value";
        }
        if (missing.get(0).group() != null) {
            // picocli lists the members of a group in an order that differs between machines.
            return "one of these is required: "
                    + missing.stream().map(UsageErrorHandler::name).sorted().collect(Collectors.joining(", "));
        }
        return names + " is missing"
                + (arguments.stream().anyMatch(UsageErrorHandler::isDashedValue) ? DASHED_VALUE_HINT : "");
    }

    // An id, perhaps: options have one letter after one dash.
    private static boolean isDashedValue(String argument) {
        return argument.matches("-[^-].+");
    }

    private static boolean isGiven(ArgSpec argument, List<String> arguments) {
        return argument instanceof OptionSpec option
                && Arrays.stream(option.names()).anyMatch(arguments::contains);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
