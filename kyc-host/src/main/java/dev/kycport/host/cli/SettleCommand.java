package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.app.Settled;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kyc settle}: what a running host does by itself, done once. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        description =
                "Settles every session whose time has come: ends what is too old, accounts for calls whose outcome was"
                        + " lost, erases identities that were kept long enough. A running host does so by itself.",
        footer = {"", "Exit status: 0 settled, 2 usage, configuration or store."})
final class SettleCommand implements Callable<Integer> {

    private final Outside outside;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    SettleCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Settled settled = settle();
        json.tell(outside.out(), () -> json(settled), out -> out.good(inWords(settled)));
        return ExitStatus.FINE.number();
    }

    private static ObjectNode json(Settled settled) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("settled", settled.sessions())
                .put("identities", settled.identities());
    }

    private static String inWords(Settled settled) {
        return Sentence.count(settled.sessions(), "session") + " settled, "
                + Sentence.counted(settled.identities(), "identity", "identities") + " erased.";
    }

    private Settled settle() {
        try (LastingStore store = config.store(outside)) {
            return store.service().settleDue();
        }
    }
}
