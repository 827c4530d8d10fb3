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

/** {@code kyc purge}: runs the daily purge of a host once, as a dry run or for real. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description =
                "Runs kyc settle, which erases expired identities; then moves sessions and audit entries past their"
                        + " retention to the archive, and deletes archive files past theirs. Skips people on hold and"
                        + " the consent ledger.",
        footer = {"", "Exit status: 0 done, 2 usage, configuration, store or archive."})
public final class PurgeCommand implements Callable<Integer> {

    private final CliContext context;

    @ArgGroup(multiplicity = "1")
    private Mode mode = new Mode();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    public PurgeCommand(CliContext context) {
        this.context = context;
    }

    /** One of three options. */
    static final class Mode {

        private enum Action {
            COUNT,
            PURGE,
            HISTORY
        }

        private Action action = Action.COUNT;

        @Option(names = "--dry-run", description = "Only counts what a purge would do now.")
        void count(boolean wanted) {
            action = wanted ? Action.COUNT : action;
        }

        @Option(names = "--yes", description = "Runs the purge.")
        void purge(boolean wanted) {
            action = wanted ? Action.PURGE : action;
        }

        @Option(names = "--history", description = "Lists past purges.")
        void history(boolean wanted) {
            action = wanted ? Action.HISTORY : action;
        }
    }

    @Override
    public Integer call() {
        try (AdminStore store = config.openStore(context)) {
            run(store);
        }
        return ExitStatus.OK.code();
    }

    private void run(AdminStore store) {
        try {
            switch (mode.action) {
                case COUNT -> print(PurgeReport.dryRun(store));
                case PURGE -> print(PurgeReport.purge(store));
                case HISTORY -> print(new PurgeHistory(store.admin().retention().findPurges()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "could not read or write the archive "
                            + store.config().retention().archive().toAbsolutePath()
                            + "; what was not archived stays in the store",
                    broken);
        }
    }

    private void print(PurgeReport report) {
        json.print(context.out(), report::json, report::print);
    }

    private void print(PurgeHistory history) {
        json.print(context.out(), history::json, history::print);
    }
}
