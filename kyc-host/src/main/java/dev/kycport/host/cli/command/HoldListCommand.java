package dev.kycport.host.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.JsonOption;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TimeFormat;
import dev.kycport.ports.store.RetentionStore.LegalHold;
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

    private final CliContext cliContext;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    HoldListCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        try (AdminStore store = config.openStore(cliContext)) {
            List<LegalHold> holds = store.retentionStore().findHolds();
            json.print(cliContext.out(), () -> json(holds), out -> print(holds, out));
        }
        return ExitStatus.OK.code();
    }

    private static void print(List<LegalHold> holds, Terminal out) {
        TimeFormat timeFormat = new TimeFormat(ZoneId.systemDefault());
        if (holds.isEmpty()) {
            out.text("Nobody is on hold.");
        }
        holds.forEach(legalHold -> {
            out.heading(legalHold.subject().value());
            out.field("Since", timeFormat.format(legalHold.since()));
            out.field("Reason", legalHold.reason());
        });
    }

    private static ObjectNode json(List<LegalHold> holds) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("holds");
        holds.forEach(legalHold -> list.addObject()
                .put("subject", legalHold.subject().value())
                .put("since", legalHold.since().toString())
                .put("reason", legalHold.reason()));
        return json;
    }
}
