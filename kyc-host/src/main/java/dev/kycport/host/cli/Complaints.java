package dev.kycport.host.cli;

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
final class Complaints implements IParameterExceptionHandler {

    private static final String DASHED = "; a value that begins with - stands behind --";

    private final Terminal terminal;

    Complaints(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException complaint, String[] arguments) {
        CommandLine command = complaint.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        terminal.message(
                complaint instanceof UnmatchedArgumentException unmatched
                        ? unmatched(unmatched)
                        : withArgument(complaint, List.of(arguments)));
        terminal.message("see " + name + " --help");
        return ExitStatus.USAGE.number();
    }

    private static String unmatched(UnmatchedArgumentException complaint) {
        List<String> arguments = complaint.getUnmatched();
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> near = complaint.getSuggestions();
        String hint = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        if (first.startsWith("-")) {
            return "there is an option that is not known" + (near.isEmpty() ? DASHED : hint);
        }
        return complaint.getCommandLine().getSubcommands().isEmpty()
                ? "there is an argument too many; a value with spaces stands in quotation marks"
                : "there is no such command; " + known(complaint);
    }

    private static String known(ParameterException complaint) {
        return "known: "
                + String.join(", ", complaint.getCommandLine().getSubcommands().keySet());
    }

    private static String withArgument(ParameterException complaint, List<String> arguments) {
        if (complaint instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing(), arguments);
        }
        if (complaint instanceof MutuallyExclusiveArgsException) {
            return "there are two options of which only one can be given";
        }
        if (complaint instanceof OverwrittenOptionException overwritten) {
            return name(overwritten.getOverwritten()) + " is given twice";
        }
        ArgSpec option = complaint.getArgSpec();
        if (option == null && !complaint.getCommandLine().getSubcommands().isEmpty()) {
            return "a command is missing; " + known(complaint);
        }
        return option == null ? "the arguments cannot be understood" : name(option) + " cannot be used like that";
    }

    private static String missing(List<ArgSpec> missing, List<String> arguments) {
        String names = missing.stream().map(Complaints::name).collect(Collectors.joining(", "));
        if (missing.stream().anyMatch(argument -> isGiven(argument, arguments))) {
            return names + " is given without its value";
        }
        if (missing.get(0).group() != null) {
            // The parser tells the members of a group in an order that differs from machine to machine.
            return "one of " + missing.stream().map(Complaints::name).sorted().collect(Collectors.joining(", "))
                    + " is needed";
        }
        return names + " is missing" + (arguments.stream().anyMatch(Complaints::isDashedValue) ? DASHED : "");
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
