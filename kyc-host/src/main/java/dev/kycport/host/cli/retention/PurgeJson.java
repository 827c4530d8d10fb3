package dev.kycport.host.cli.retention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.ports.store.RetentionStore.Purge;

/** A purge as JSON, in the report and in the history. */
final class PurgeJson {

    private PurgeJson() {}

    /** Adds the purge; returns the archive's object. */
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
