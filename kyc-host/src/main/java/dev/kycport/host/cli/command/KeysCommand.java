package dev.kycport.host.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.JsonOption;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.KeyFiles;
import dev.kycport.ports.store.StoreUnavailableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kyc keys new|list|prepare|rotate|retire}: manages the file with the encryption keys of a store. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Creates and rotates the keys that encrypt identities. A running process keeps the keys that it"
                + " started with.")
public final class KeysCommand {

    private static final String FILE = "The key file.";

    private final CliContext context;

    public KeysCommand(CliContext context) {
        this.context = context;
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = "Creates a file with new keys that only its owner can read.",
            footer = {"", "Exit status: 0 created, 2 usage or key file."})
    int create(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        KeyFiles.Key key = keyFiles().create(file);
        context.out().success(file + " created; the key " + key.id() + " encrypts identities from now on.");
        context.out().text("Keep a copy away from the database: without this file the identities cannot be decrypted.");
        return ExitStatus.OK.code();
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the ids of the keys and what each is for.",
            footer = {"", "Exit status: 0 listed, 2 usage or key file."})
    int list(@Parameters(paramLabel = "FILE", description = FILE) Path file, @Mixin JsonOption json) {
        List<KeyFiles.Key> keys = keyFiles().list(file);
        json.print(context.out(), () -> json(keys), out -> print(keys, out));
        return ExitStatus.OK.code();
    }

    @Command(
            name = "prepare",
            mixinStandardHelpOptions = true,
            description = "Adds a key that decrypts but does not encrypt yet. With several nodes, give all of them this"
                    + " file and restart them before you rotate.",
            footer = {"", "Exit status: 0 prepared, 2 usage or key file."})
    int prepare(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        KeyFiles.Key key = keyFiles().prepare(file);
        context.out().success("The key " + key.id() + " is prepared: it decrypts, but does not encrypt yet.");
        context.out().text("Restart every node with this file, then run: kyc keys rotate " + file);
        return ExitStatus.OK.code();
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Makes the prepared key, or a new one, encrypt from the next start on. Older keys stay.",
            footer = {"", "Exit status: 0 rotated, 2 usage or key file."})
    int rotate(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        KeyFiles.Key key = keyFiles().rotate(file);
        context.out()
                .success("The key " + key.id() + " encrypts identities from the next start on; older keys still"
                        + " decrypt.");
        return ExitStatus.OK.code();
    }

    @Command(
            name = "retire",
            mixinStandardHelpOptions = true,
            description = "Removes a key from the file. Rejected while the store holds anything encrypted with it.",
            footer = {"", "Exit status: 0 retired, 2 usage, configuration, store or key file."})
    int retire(
            @Parameters(index = "0", paramLabel = "FILE", description = FILE) Path file,
            @Parameters(index = "1", paramLabel = "ID", description = "The key's id, as kyc keys list prints it.")
                    String id,
            @Mixin ConfigOption config) {
        try (AdminStore store = config.openStore(context)) {
            keyFiles().retire(file, id, store.admin().keyUsage());
        }
        context.out().success("The key " + id + " is retired: it neither encrypts nor decrypts any more.");
        return ExitStatus.OK.code();
    }

    private static KeyFiles keyFiles() {
        return InstalledPlugins.find().stores().stream()
                .map(StoreFactory::keyFiles)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new StoreUnavailableException("no store on the class path uses key files"));
    }

    private static void print(List<KeyFiles.Key> keys, Terminal out) {
        keys.forEach(key -> out.field(key.id(), key.primary() ? "encrypts and decrypts" : "decrypts"));
    }

    private static ObjectNode json(List<KeyFiles.Key> keys) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("keys");
        keys.forEach(key -> list.addObject().put("id", key.id()).put("seals", key.primary()));
        return json;
    }
}
