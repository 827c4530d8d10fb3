package dev.kycport.host.cli.command;

import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.JsonOption;
import dev.kycport.host.cli.retention.PurgeHistory;
import dev.kycport.host.cli.retention.PurgeReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kyc purge}: what a running host does by itself once a day, or what it would do. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description =
                "Settles everything that is due, as kyc settle does, which erases identities past their time; then moves"
                        + " sessions and audit past theirs to the archive, and deletes archive files past theirs. Those of"
                        + " people on hold stay. The ledger of consents stays.",
        footer = {"", "Exit status: 0 done or told, 2 usage, configuration, store or archive."})
public final class PurgeCommand implements Callable<Integer> {

    private final CliContext cliContext;

    @ArgGroup(multiplicity = "1")
    private Mode mode = new Mode();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    public PurgeCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    /** Exactly one of them. */
    static final class Mode {

        private enum Action {
            COUNT,
            PURGE,
            HISTORY
        }

        private Action action = Action.COUNT;

        @Option(names = "--dry-run", description = "Only counts what a purge would take now.")
        void count(boolean wanted) {
            action = wanted ? Action.COUNT : action;
        }

        @Option(names = "--yes", description = "Purges.")
        void purge(boolean wanted) {
            action = wanted ? Action.PURGE : action;
        }

        @Option(names = "--history", description = "Lists every purge that took something.")
        void history(boolean wanted) {
            action = wanted ? Action.HISTORY : action;
        }
    }

    @Override
    public Integer call() {
        try (AdminStore store = config.openStore(cliContext)) {
            switch (mode.action) {
                case COUNT -> print(PurgeReport.dryRun(store));
                case PURGE -> print(PurgeReport.done(store));
                case HISTORY -> print(new PurgeHistory(store.retentionStore().findPurges()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "the archive cannot be read or written; what it did not take in stays", broken);
        }
        return ExitStatus.OK.code();
    }

    private void print(PurgeReport report) {
        json.print(cliContext.out(), report::json, report::print);
    }

    private void print(PurgeHistory history) {
        json.print(cliContext.out(), history::json, history::print);
    }
}
