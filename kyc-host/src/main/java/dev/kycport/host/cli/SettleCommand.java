package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kyc settle}: what a running host does by itself, done once. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        description =
                "Settles every session whose time has come: ends what is too old, accounts for calls whose outcome was"
                        + " lost, erases identities that were kept long enough. A running host does so by itself.")
final class SettleCommand implements Callable<Integer> {

    private final Outside outside;

    @Option(names = "--json", description = "Prints one JSON object for scripts.")
    private boolean json;

    @Mixin
    private ConfigOption config = new ConfigOption();

    SettleCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        int settled = settle();
        if (json) {
            Json.print(JsonNodeFactory.instance.objectNode().put("settled", settled), outside.out());
        } else {
            outside.out().good(Sentence.count(settled, "session") + " settled.");
        }
        return ExitStatus.FINE.number();
    }

    private int settle() {
        try (LastingStore store = config.store(outside)) {
            return store.service().settleDue();
        }
    }
}
