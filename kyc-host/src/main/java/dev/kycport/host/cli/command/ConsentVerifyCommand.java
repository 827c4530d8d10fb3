package dev.kycport.host.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.JsonOption;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TextFormat;
import dev.kycport.host.cli.terminal.WaitIndicator;
import dev.kycport.ports.store.ConsentLedgerReader.ChainBreak;
import dev.kycport.ports.store.ConsentLedgerReader.ChainVerification;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kyc consent verify}: verifies the hash chains of the ledger. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Recomputes every hash chain of the ledger and reports the first entry that was changed.",
        footer = {"", "Exit status: 0 every chain is intact, 1 a chain is broken, 2 usage, configuration or store."})
final class ConsentVerifyCommand implements Callable<Integer> {

    private final CliContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    ConsentVerifyCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ChainVerification verification = check();
        if (verification.consents() == 0) {
            context.err().message("nothing was verified: the store has no consents; look whether it is the right one");
        }
        json.print(context.out(), () -> json(verification), out -> print(verification, out));
        return (verification.firstBreak().isEmpty() ? ExitStatus.OK : ExitStatus.NEGATIVE).code();
    }

    private ChainVerification check() {
        try (AdminStore store = config.openStore(context)) {
            return new WaitIndicator(context.err())
                    .showWhile(
                            "reading the ledger",
                            () -> store.admin().ledgerReader().verifyChains());
        }
    }

    private static void print(ChainVerification verification, Terminal out) {
        String read = TextFormat.count(verification.consents(), "consent") + ", "
                + TextFormat.count(verification.entries(), "entry", "entries");
        if (verification.firstBreak().isEmpty() && verification.consents() == 0) {
            out.text("The ledger is empty.");
            return;
        }
        if (verification.firstBreak().isEmpty()) {
            out.success(read + ": every chain is intact.");
            return;
        }
        ChainBreak broken = verification.firstBreak().get();
        out.failure("The ledger was changed.");
        out.field("Consent", broken.consent());
        out.field("Position", String.valueOf(broken.position()));
        out.field("Reason", broken.reason());
        out.field("Read", read);
    }

    private static ObjectNode json(ChainVerification verification) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("consents", verification.consents());
        json.put("links", verification.entries());
        json.put("whole", verification.firstBreak().isEmpty());
        verification
                .firstBreak()
                .ifPresentOrElse(
                        broken -> json.putObject("broken")
                                .put("consent", broken.consent())
                                .put("position", broken.position())
                                .put("why", broken.reason()),
                        () -> json.putNull("broken"));
        return json;
    }
}
