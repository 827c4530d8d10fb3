package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.ports.ConsentRegister.Break;
import dev.kycport.ports.ConsentRegister.Check;
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

    private final Outside outside;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    ConsentVerifyCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Check check = check();
        json.tell(outside.out(), () -> json(check), out -> tell(check, out));
        return (check.broken().isEmpty() ? ExitStatus.FINE : ExitStatus.NEGATIVE).number();
    }

    private Check check() {
        try (LastingStore store = config.store(outside)) {
            return new Waiting(outside.err())
                    .during("reading the ledger", () -> store.register().verify());
        }
    }

    private static void tell(Check check, Terminal out) {
        String read = Sentence.count(check.consents(), "consent") + ", " + Sentence.count(check.links(), "link");
        if (check.broken().isEmpty()) {
            out.good(read + ": every chain is whole.");
            return;
        }
        Break broken = check.broken().get();
        out.bad("The ledger is not as it was written.");
        out.fact("Consent", broken.consent());
        out.fact("Position", String.valueOf(broken.position()));
        out.fact("Why", broken.why());
        out.fact("Read", read);
    }

    private static ObjectNode json(Check check) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("consents", check.consents());
        json.put("links", check.links());
        json.put("whole", check.broken().isEmpty());
        check.broken()
                .ifPresentOrElse(
                        broken -> json.putObject("broken")
                                .put("consent", broken.consent())
                                .put("position", broken.position())
                                .put("why", broken.why()),
                        () -> json.putNull("broken"));
        return json;
    }
}
