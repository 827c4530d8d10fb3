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

/** {@code kyc settle}: what a running host does by itself, done once. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        description =
                "Settles every session whose time has come: ends what is too old, accounts for calls whose outcome was"
                        + " lost, erases identities that were kept long enough. A running host does so by itself.",
        footer = {"", "Exit status: 0 settled, 2 usage, configuration or store."})
public final class ReconcileCommand implements Callable<Integer> {

    private final CliContext cliContext;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    public ReconcileCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        ReconciliationSummary reconciliationSummary = reconcile();
        json.print(
                cliContext.out(),
                () -> json(reconciliationSummary),
                out -> out.success(describe(reconciliationSummary)));
        return ExitStatus.OK.code();
    }

    private static ObjectNode json(ReconciliationSummary reconciliationSummary) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("settled", reconciliationSummary.sessions())
                .put("identities", reconciliationSummary.identities());
    }

    private static String describe(ReconciliationSummary reconciliationSummary) {
        return TextFormat.count(reconciliationSummary.sessions(), "session") + " settled, "
                + TextFormat.count(reconciliationSummary.identities(), "identity", "identities") + " erased.";
    }

    private ReconciliationSummary reconcile() {
        try (AdminStore store = config.openStore(cliContext)) {
            return store.service().reconcileDueSessions();
        }
    }
}
