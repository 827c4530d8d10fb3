package dev.kycport.host.cli.retention;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TextFormat;
import dev.kycport.ports.store.RetentionStore.Purge;
import dev.kycport.ports.store.RetentionStore.PurgeExtras;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The log of past purges. */
public record PurgeHistory(List<Purge> purges) {

    public void print(Terminal out) {
        if (purges.isEmpty()) {
            out.text("There were no purges.");
        }
        DateTimeFormatter format = TextFormat.timestamp(ZoneId.systemDefault());
        purges.forEach(purge -> out.field(format.format(purge.at()), describe(purge, format)));
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("purges");
        purges.forEach(purge -> PurgeJson.fill(purge, list.addObject()));
        return json;
    }

    private static String describe(Purge purge, DateTimeFormatter format) {
        return TextFormat.count(purge.counts().sessions(), "session") + " with "
                + TextFormat.count(purge.counts().entries(), "audit entry", "audit entries") + ", opened before "
                + format.format(purge.before()) + "; " + purge.counts().sessionsOnHold() + " on hold skipped"
                + describeExtras(purge.extras());
    }

    private static String describeExtras(PurgeExtras extras) {
        return "; " + TextFormat.count(extras.identities(), "identity", "identities") + " erased; "
                + TextFormat.count(extras.files(), "file") + " of the archive deleted, "
                + extras.filesOnHold()
                + " on hold skipped";
    }
}
