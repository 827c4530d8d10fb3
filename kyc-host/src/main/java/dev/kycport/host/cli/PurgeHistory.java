package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.ports.RetentionStore.Beside;
import dev.kycport.ports.RetentionStore.Purge;
import java.time.ZoneId;
import java.util.List;

/** Every purge that took something. */
record PurgeHistory(List<Purge> purges) {

    void tell(Terminal out) {
        if (purges.isEmpty()) {
            out.text("No purge has taken anything yet.");
        }
        Calendar calendar = new Calendar(ZoneId.systemDefault());
        purges.forEach(purge -> out.fact(calendar.moment(purge.at()), inWords(purge, calendar)));
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("purges");
        purges.forEach(purge -> PurgeJson.put(purge, list.addObject()));
        return json;
    }

    private static String inWords(Purge purge, Calendar calendar) {
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
}
