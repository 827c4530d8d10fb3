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

/** Says what is wrong with the arguments. The parser's own messages quote them, and one of them may be a secret. */
final class UsageErrorHandler implements IParameterExceptionHandler {

    private static final String DASHED_VALUE_HINT = "; a value that begins with - stands behind --";

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
            return "there is an option that is not known" + (suggestions.isEmpty() ? DASHED_VALUE_HINT : hint);
        }
        return error.getCommandLine().getSubcommands().isEmpty()
                ? "there is an argument too many; a value with spaces stands in quotation marks"
                : "there is no such command; " + knownCommands(error);
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
            return "there are two options of which only one can be given";
        }
        if (error instanceof OverwrittenOptionException overwritten) {
            return name(overwritten.getOverwritten()) + " is given twice";
        }
        ArgSpec option = error.getArgSpec();
        if (option == null && !error.getCommandLine().getSubcommands().isEmpty()) {
            return "a command is missing; " + knownCommands(error);
        }
        return option == null ? "the arguments cannot be understood" : name(option) + " cannot be used like that";
    }

    private static String missing(List<ArgSpec> missing, List<String> arguments) {
        String names = missing.stream().map(UsageErrorHandler::name).collect(Collectors.joining(", "));
        if (missing.stream().anyMatch(argument -> isGiven(argument, arguments))) {
            return names + " is given without its value";
        }
        if (missing.get(0).group() != null) {
            // The parser tells the members of a group in an order that differs from machine to machine.
            return "one of "
                    + missing.stream().map(UsageErrorHandler::name).sorted().collect(Collectors.joining(", "))
                    + " is needed";
        }
        return names + " is missing"
                + (arguments.stream().anyMatch(UsageErrorHandler::isDashedValue) ? DASHED_VALUE_HINT : "");
    }

    // An id, perhaps, and no option: those have one letter behind one dash.
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
