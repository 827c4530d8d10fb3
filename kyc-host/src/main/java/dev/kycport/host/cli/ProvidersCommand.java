package dev.kycport.host.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kyc providers}: what is installed. */
@Command(
        name = "providers",
        mixinStandardHelpOptions = true,
        description = "Lists the providers on the class path, the flows each offers and the routes that use it.",
        footer = {"", "Exit status: 0 listed, 2 usage or configuration, 3 --check had no answer from one of them."})
final class ProvidersCommand implements Callable<Integer> {

    private final Outside outside;

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(
            names = "--check",
            description = "Looks whether host and port of each configured provider answer; sends nothing.")
    private boolean check;

    @Mixin
    private ConfigOption config = new ConfigOption();

    ProvidersCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        List<ProviderRow> rows = new ProviderRows(Installation.load(config.file(), outside.environment()), check).all();
        json.tell(outside.out(), () -> ProvidersJson.of(rows), out -> new ProvidersTable(out).show(rows));
        boolean silent = rows.stream().flatMap(row -> row.knock().stream()).anyMatch(knock -> !knock.answered());
        return (silent ? ExitStatus.PROVIDER_FAILURE : ExitStatus.FINE).number();
    }
}
