package dev.kycport.host.cli.option;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.host.cli.terminal.JsonPrinter;
import dev.kycport.host.cli.terminal.Terminal;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Whether a script reads what a command tells, or a person. */
public final class JsonOption {

    @Option(names = "--json", description = "Prints one JSON object for scripts.")
    private boolean enabled;

    public boolean isEnabled() {
        return enabled;
    }

    /** Tells it in the one way or the other. */
    public void print(Terminal out, Supplier<? extends JsonNode> json, Consumer<Terminal> text) {
        if (enabled) {
            JsonPrinter.print(json.get(), out);
        } else {
            text.accept(out);
        }
    }
}
