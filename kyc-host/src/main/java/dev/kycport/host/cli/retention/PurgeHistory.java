package dev.kycport.host.cli.retention;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TextFormat;
import dev.kycport.host.cli.terminal.TimeFormat;
import dev.kycport.ports.store.RetentionStore.Purge;
import dev.kycport.ports.store.RetentionStore.PurgeExtras;
import java.time.ZoneId;
import java.util.List;

/** Every purge that took something. */
public record PurgeHistory(List<Purge> purges) {

    public void print(Terminal out) {
        if (purges.isEmpty()) {
            out.text("No purge has taken anything yet.");
        }
        TimeFormat timeFormat = new TimeFormat(ZoneId.systemDefault());
        purges.forEach(purge -> out.field(timeFormat.format(purge.at()), describe(purge, timeFormat)));
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("purges");
        purges.forEach(purge -> PurgeJson.fill(purge, list.addObject()));
        return json;
    }

    private static String describe(Purge purge, TimeFormat timeFormat) {
        return TextFormat.count(purge.counts().sessions(), "session") + " with "
                + TextFormat.count(purge.counts().entries(), "audit entry", "audit entries") + ", opened before "
                + timeFormat.format(purge.before()) + "; " + purge.counts().sessionsOnHold() + " on hold left alone"
                + describeExtras(purge.extras());
    }

    private static String describeExtras(PurgeExtras purgeExtras) {
        return "; " + TextFormat.count(purgeExtras.identities(), "identity", "identities") + " erased; "
                + TextFormat.count(purgeExtras.files(), "file") + " of the archive deleted, "
                + purgeExtras.filesOnHold()
                + " on hold left alone";
    }
}
