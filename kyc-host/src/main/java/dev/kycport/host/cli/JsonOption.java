package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Whether a script reads what a command tells, or a person. */
final class JsonOption {

    @Option(names = "--json", description = "Prints one JSON object for scripts.")
    private boolean wanted;

    boolean wanted() {
        return wanted;
    }

    /** Tells it in the one way or the other. */
    void tell(Terminal out, Supplier<? extends JsonNode> json, Consumer<Terminal> inWords) {
        if (wanted) {
            Json.print(json.get(), out);
        } else {
            inWords.accept(out);
        }
    }
}
