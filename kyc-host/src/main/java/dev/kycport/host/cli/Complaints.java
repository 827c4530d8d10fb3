package dev.kycport.host.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments. The parser's own messages quote them, and one of them may be a secret. */
final class Complaints implements IParameterExceptionHandler {

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
                        : withOption(complaint));
        terminal.message("see " + name + " --help");
        return ExitStatus.USAGE.number();
    }

    private static String unmatched(UnmatchedArgumentException complaint) {
        List<String> arguments = complaint.getUnmatched();
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> near = complaint.getSuggestions();
        String hint = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        if (first.startsWith("-")) {
            return "there is an option that is not known" + hint;
        }
        return complaint.getCommandLine().getSubcommands().isEmpty()
                ? "there is an argument too many; a value with spaces stands in quotation marks"
                : "there is no such command; known: "
                        + String.join(
                                ", ",
                                complaint.getCommandLine().getSubcommands().keySet());
    }

    private static String withOption(ParameterException complaint) {
        if (complaint instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing.getMissing().stream().map(Complaints::name).collect(Collectors.joining(", "))
                    + " is given without its value";
        }
        if (complaint instanceof OverwrittenOptionException overwritten) {
            return name(overwritten.getOverwritten()) + " is given twice";
        }
        ArgSpec option = complaint.getArgSpec();
        return option == null ? "the arguments cannot be understood" : name(option) + " cannot be used like that";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
