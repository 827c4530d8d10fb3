package dev.kycport.host.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.app.runtime.InstallationHealth;
import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.JsonOption;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.ports.store.StoreStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kyc health}: reports whether the store of an installation can be used, and what is due. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description =
                "Reports whether the store can be reached and written, its migration and key, the difference between"
                        + " this machine's clock and the database's, and what is due. A running host has the same and more in"
                        + " KycRuntime.health().",
        footer = {"", "Exit status: 0 healthy, 1 something needs attention, 2 usage, configuration or store."})
public final class HealthCommand implements Callable<Integer> {

    private final CliContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    public HealthCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        InstallationHealth health = check();
        json.print(context.out(), () -> json(health), out -> print(health, out));
        return (health.isHealthy() ? ExitStatus.OK : ExitStatus.NEGATIVE).code();
    }

    private InstallationHealth check() {
        try (AdminStore store = config.openStore(context)) {
            return store.runtime().health();
        }
    }

    private static void print(InstallationHealth health, Terminal out) {
        if (health.isHealthy()) {
            out.success("The store can be reached and written.");
        }
        health.problems().forEach(out::failure);
        health.store().ifPresent(store -> print(store, health, out));
        health.clockSkew().ifPresent(skew -> out.field("Clock", skew.toMillis() / 1000.0 + " s from the database's"));
    }

    private static void print(StoreStatus store, InstallationHealth health, Terminal out) {
        out.field("Migration", store.migration());
        out.field("Key", store.encryptionKey());
        out.field(
                "Due", store.due() + ", the oldest for " + health.oldestDueAge().toSeconds() + " s");
    }

    private static ObjectNode json(InstallationHealth health) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("healthy", health.isHealthy());
        health.problems().forEach(json.putArray("problems")::add);
        health.store()
                .ifPresentOrElse(
                        store -> json.putObject("store")
                                .put("migration", store.migration())
                                .put("key", store.encryptionKey())
                                .put("due", store.due())
                                .put("oldest_due_seconds", health.oldestDueAge().toSeconds()),
                        () -> json.putNull("store"));
        health.clockSkew()
                .ifPresentOrElse(
                        skew -> json.put("clock_skew_seconds", skew.toMillis() / 1000.0),
                        () -> json.putNull("clock_skew_seconds"));
        return json;
    }
}
