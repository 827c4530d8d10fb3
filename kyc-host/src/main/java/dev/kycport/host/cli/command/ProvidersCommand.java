package dev.kycport.host.cli.command;

import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.JsonOption;
import dev.kycport.host.cli.provider.ProviderInventory;
import dev.kycport.host.cli.provider.ProviderRow;
import dev.kycport.host.cli.provider.ProvidersJson;
import dev.kycport.host.cli.provider.ProvidersTable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kyc providers}: lists the installed providers. */
@Command(
        name = "providers",
        mixinStandardHelpOptions = true,
        description = "Lists the providers on the class path, the flows each offers and the routes that use it.",
        footer = {"", "Exit status: 0 listed, 2 usage or configuration, 3 --check could not reach a provider."})
public final class ProvidersCommand implements Callable<Integer> {

    private final CliContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(
            names = "--check",
            description =
                    "Tests whether the host and port of each configured provider accept connections; sends nothing.")
    private boolean check;

    @Mixin
    private ConfigOption config = new ConfigOption();

    public ProvidersCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<ProviderRow> rows = new ProviderInventory(config.load(context), check).rows();
        json.print(context.out(), () -> ProvidersJson.of(rows), out -> new ProvidersTable(out).print(rows));
        boolean silent = rows.stream()
                .flatMap(row -> row.reachability().stream())
                .anyMatch(reachability -> !reachability.answered());
        return (silent ? ExitStatus.PROVIDER_FAILURE : ExitStatus.OK).code();
    }
}
