package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.ports.KeyFiles;
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

    private final Outside outside;

    @Parameters(paramLabel = "FILE", description = "The key file.")
    private Path file = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    KeysListCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        List<KeyFiles.Key> keys = Keys.files().keys(file);
        json.tell(outside.out(), () -> json(keys), out -> show(keys, out));
        return ExitStatus.FINE.number();
    }

    private static void show(List<KeyFiles.Key> keys, Terminal out) {
        keys.forEach(key -> out.fact(key.id(), key.sealing() ? "seals and opens" : "opens"));
    }

    private static ObjectNode json(List<KeyFiles.Key> keys) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("keys");
        keys.forEach(key -> list.addObject().put("id", key.id()).put("seals", key.sealing()));
        return json;
    }
}
