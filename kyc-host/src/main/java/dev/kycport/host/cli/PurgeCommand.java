package dev.kycport.host.cli;

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
final class PurgeCommand implements Callable<Integer> {

    private final Outside outside;

    @ArgGroup(multiplicity = "1")
    private Mode mode = new Mode();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    PurgeCommand(Outside outside) {
        this.outside = outside;
    }

    /** Exactly one of them. */
    static final class Mode {

        private enum Deed {
            COUNT,
            PURGE,
            HISTORY
        }

        private Deed deed = Deed.COUNT;

        @Option(names = "--dry-run", description = "Only counts what a purge would take now.")
        void count(boolean wanted) {
            deed = wanted ? Deed.COUNT : deed;
        }

        @Option(names = "--yes", description = "Purges.")
        void purge(boolean wanted) {
            deed = wanted ? Deed.PURGE : deed;
        }

        @Option(names = "--history", description = "Lists every purge that took something.")
        void history(boolean wanted) {
            deed = wanted ? Deed.HISTORY : deed;
        }
    }

    @Override
    public Integer call() {
        try (LastingStore store = config.store(outside)) {
            switch (mode.deed) {
                case COUNT -> tell(PurgeReport.due(store));
                case PURGE -> tell(PurgeReport.done(store));
                case HISTORY -> tell(new PurgeHistory(store.retentionStore().purges()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "the archive cannot be read or written; what it did not take in stays", broken);
        }
        return ExitStatus.FINE.number();
    }

    private void tell(PurgeReport report) {
        json.tell(outside.out(), report::json, report::tell);
    }

    private void tell(PurgeHistory history) {
        json.tell(outside.out(), history::json, history::tell);
    }
}
