package dev.kycport.host.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.app.step.ReconciliationSummary;
import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.JsonOption;
import dev.kycport.host.cli.terminal.TextFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kyc settle}: reconciles due sessions once, as a running host does in the background. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        description =
                "Reconciles every due session: expires old sessions, resolves calls whose outcome was lost, and erases"
                        + " expired identities. A running host does so in the background.",
        footer = {"", "Exit status: 0 done, 2 usage, configuration or store."})
public final class ReconcileCommand implements Callable<Integer> {

    private final CliContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    public ReconcileCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ReconciliationSummary summary = reconcile();
        json.print(context.out(), () -> json(summary), out -> out.success(describe(summary)));
        return ExitStatus.OK.code();
    }

    private static ObjectNode json(ReconciliationSummary summary) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("settled", summary.sessions())
                .put("identities", summary.identities());
    }

    private static String describe(ReconciliationSummary summary) {
        return TextFormat.count(summary.sessions(), "session") + " reconciled, "
                + TextFormat.count(summary.identities(), "identity", "identities") + " erased.";
    }

    private ReconciliationSummary reconcile() {
        try (AdminStore store = config.openStore(context)) {
            return store.service().reconcileDueSessions();
        }
    }
}
