package dev.kycport.host.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.JsonOption;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.ports.store.KeyFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kyc keys list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the ids of the keys that seal identities, the oldest first; never a key.",
        footer = {"", "Exit status: 0 listed, 2 usage or key file."})
final class KeysListCommand implements Callable<Integer> {

    private final CliContext cliContext;

    @Parameters(paramLabel = "FILE", description = "The key file.")
    private Path file = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    KeysListCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        List<KeyFiles.Key> keys = KeyFilesLookup.find().list(file);
        json.print(cliContext.out(), () -> json(keys), out -> print(keys, out));
        return ExitStatus.OK.code();
    }

    private static void print(List<KeyFiles.Key> keys, Terminal out) {
        keys.forEach(key -> out.field(key.id(), key.primary() ? "seals and opens" : "opens"));
    }

    private static ObjectNode json(List<KeyFiles.Key> keys) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("keys");
        keys.forEach(key -> list.addObject().put("id", key.id()).put("seals", key.primary()));
        return json;
    }
}
