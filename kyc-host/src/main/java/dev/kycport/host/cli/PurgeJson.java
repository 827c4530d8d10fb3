package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.ports.RetentionStore.Purge;

/** A purge as JSON: the same whether it is told of at once or looked up later. */
final class PurgeJson {

    private PurgeJson() {}

    /** Adds that purge, and hands back the part about the archive. */
    static ObjectNode put(Purge purge, ObjectNode json) {
        json.put("at", purge.at().toString());
        json.put("identities", purge.beside().identities());
        json.putObject("sessions")
                .put("count", purge.count().sessions())
                .put("entries", purge.count().entries())
                .put("held", purge.count().held())
                .put("openedBefore", purge.before().toString());
        return json.putObject("archive")
                .put("files", purge.beside().files())
                .put("held", purge.beside().filesHeld());
    }
}
