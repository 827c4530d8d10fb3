package dev.kycport.host.cli.retention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.ports.store.RetentionStore.Purge;

/** A purge as JSON: the same whether it is told of at once or looked up later. */
final class PurgeJson {

    private PurgeJson() {}

    /** Adds that purge, and hands back the part about the archive. */
    static ObjectNode fill(Purge purge, ObjectNode json) {
        json.put("at", purge.at().toString());
        json.put("identities", purge.extras().identities());
        json.putObject("sessions")
                .put("count", purge.counts().sessions())
                .put("entries", purge.counts().entries())
                .put("held", purge.counts().sessionsOnHold())
                .put("openedBefore", purge.before().toString());
        return json.putObject("archive")
                .put("files", purge.extras().files())
                .put("held", purge.extras().filesOnHold());
    }
}
