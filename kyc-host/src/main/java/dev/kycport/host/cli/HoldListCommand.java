package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.ports.RetentionStore.Hold;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kyc hold list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists everyone on hold.",
        footer = {"", "Exit status: 0 listed, 2 usage, configuration or store."})
final class HoldListCommand implements Callable<Integer> {

    private final Outside outside;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    HoldListCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        try (LastingStore store = config.store(outside)) {
            List<Hold> holds = store.retentionStore().holds();
            json.tell(outside.out(), () -> json(holds), out -> show(holds, out));
        }
        return ExitStatus.FINE.number();
    }

    private static void show(List<Hold> holds, Terminal out) {
        Calendar calendar = new Calendar(ZoneId.systemDefault());
        if (holds.isEmpty()) {
            out.text("Nobody is on hold.");
        }
        holds.forEach(hold -> {
            out.heading(hold.subject().value());
            out.fact("Since", calendar.moment(hold.since()));
            out.fact("Reason", hold.reason());
        });
    }

    private static ObjectNode json(List<Hold> holds) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("holds");
        holds.forEach(hold -> list.addObject()
                .put("subject", hold.subject().value())
                .put("since", hold.since().toString())
                .put("reason", hold.reason()));
        return json;
    }
}
