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

/** {@code kyc consent verify}: whether the ledger is as it was written. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Computes every chain of the ledger anew and names the first link that is not as it was written.",
        footer = {"", "Exit status: 0 every chain is whole, 1 one is not, 2 usage, configuration or store."})
final class ConsentVerifyCommand implements Callable<Integer> {

    private final CliContext cliContext;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    ConsentVerifyCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        ChainVerification chainVerification = check();
        json.print(cliContext.out(), () -> json(chainVerification), out -> print(chainVerification, out));
        return (chainVerification.firstBreak().isEmpty() ? ExitStatus.OK : ExitStatus.NEGATIVE).code();
    }

    private ChainVerification check() {
        try (AdminStore store = config.openStore(cliContext)) {
            return new WaitIndicator(cliContext.err())
                    .showWhile("reading the ledger", () -> store.ledgerReader().verifyChains());
        }
    }

    private static void print(ChainVerification chainVerification, Terminal out) {
        String read = TextFormat.count(chainVerification.consents(), "consent") + ", "
                + TextFormat.count(chainVerification.entries(), "link");
        if (chainVerification.firstBreak().isEmpty()) {
            out.success(read + ": every chain is whole.");
            return;
        }
        ChainBreak broken = chainVerification.firstBreak().get();
        out.failure("The ledger is not as it was written.");
        out.field("Consent", broken.consent());
        out.field("Position", String.valueOf(broken.position()));
        out.field("Why", broken.reason());
        out.field("Read", read);
    }

    private static ObjectNode json(ChainVerification chainVerification) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("consents", chainVerification.consents());
        json.put("links", chainVerification.entries());
        json.put("whole", chainVerification.firstBreak().isEmpty());
        chainVerification
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
