package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.ports.RetentionStore.Beside;
import dev.kycport.ports.RetentionStore.Purge;
import java.time.ZoneId;
import java.util.List;

/** Every purge that took something. */
final class PurgeHistory {

    private final Terminal terminal;
    private final Calendar calendar = new Calendar(ZoneId.systemDefault());

    PurgeHistory(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(List<Purge> purges, boolean json) {
        if (json) {
            Json.print(json(purges), terminal);
        } else if (purges.isEmpty()) {
            terminal.text("No purge has taken anything yet.");
        } else {
            purges.forEach(purge -> terminal.fact(calendar.moment(purge.at()), inWords(purge)));
        }
    }

    private String inWords(Purge purge) {
        return Sentence.count(purge.count().sessions(), "session") + " with "
                + Sentence.counted(purge.count().entries(), "audit entry", "audit entries") + ", opened before "
                + calendar.moment(purge.before()) + "; " + purge.count().held() + " on hold left alone"
                + beside(purge.beside());
    }

    private static String beside(Beside beside) {
        return "; " + Sentence.counted(beside.identities(), "identity", "identities") + " erased; "
                + Sentence.count(beside.files(), "file") + " of the archive deleted, " + beside.filesHeld()
                + " on hold left alone";
    }

    private static ObjectNode json(List<Purge> purges) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("purges");
        purges.forEach(purge -> PurgeJson.put(purge, list.addObject()));
        return json;
    }
}
