package dev.kycport.host.cli.option;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.host.cli.terminal.JsonPrinter;
import dev.kycport.host.cli.terminal.Terminal;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Whether a command prints JSON for scripts or text for people. */
public final class JsonOption {

    @Option(names = "--json", description = "Prints one JSON object for scripts.")
    private boolean enabled;

    public boolean isEnabled() {
        return enabled;
    }

    /** Prints one of the two forms. */
    public void print(Terminal out, Supplier<? extends JsonNode> json, Consumer<Terminal> text) {
        if (enabled) {
            JsonPrinter.print(json.get(), out);
        } else {
            text.accept(out);
        }
    }
}
