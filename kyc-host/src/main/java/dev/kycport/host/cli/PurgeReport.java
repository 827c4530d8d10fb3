package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.app.Retention.Purged;
import dev.kycport.app.config.KycConfig.RetentionPart;
import dev.kycport.ports.RetentionStore.Beside;
import dev.kycport.ports.RetentionStore.Purge;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a purge took, or would take.
 *
 * @param done whether it did
 */
record PurgeReport(boolean done, Purged purged, RetentionPart part) {

    static PurgeReport due(LastingStore store) throws IOException {
        return new PurgeReport(false, store.retention().due(), store.config().retention());
    }

    static PurgeReport done(LastingStore store) throws IOException {
        return new PurgeReport(true, store.retention().purge(), store.config().retention());
    }

    void tell(Terminal terminal) {
        Calendar calendar = new Calendar(ZoneId.systemDefault());
        if (done) {
            terminal.good("Purged.");
        } else {
            terminal.heading("A purge would take now:");
        }
        terminal.fact("Identities", purged.identities() + verb(" erased"));
        terminal.fact(
                "Sessions",
                purged.sessions().sessions() + verb(" moved to the archive") + ", with "
                        + Sentence.counted(purged.sessions().entries(), "audit entry", "audit entries")
                        + "; opened before " + calendar.moment(live()));
        terminal.fact(
                "Archive",
                Sentence.count(purged.archive().files(), "file") + verb(" deleted") + " from " + part.archive()
                        + "; nothing added since " + calendar.moment(archived()));
        terminal.fact(
                "On hold",
                Sentence.count(purged.sessions().held(), "session") + " and "
                        + Sentence.count(purged.archive().held(), "file") + " left alone");
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("done", done);
        PurgeJson.put(purge(), json)
                .put("folder", part.archive().toString())
                .put("nothingSince", archived().toString());
        return json;
    }

    private String verb(String participle) {
        return done ? participle : " to be" + participle;
    }

    private Purge purge() {
        Beside beside = new Beside(
                purged.identities(), purged.archive().files(), purged.archive().held());
        return new Purge(purged.at(), live(), purged.sessions(), beside);
    }

    private Instant live() {
        return purged.at().minus(part.live());
    }

    private Instant archived() {
        return purged.at().minus(part.archived());
    }
}
