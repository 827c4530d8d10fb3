package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.app.Retention.Purged;
import dev.kycport.app.config.KycConfig.RetentionPart;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a purge took, or would take.
 *
 * @param done whether it did
 */
record PurgeReport(boolean done, Instant now, Purged purged, RetentionPart terms) {

    static PurgeReport due(LastingStore store) throws IOException {
        return report(false, store, store.lettingGo().due());
    }

    static PurgeReport done(LastingStore store) throws IOException {
        return report(true, store, store.lettingGo().purge());
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
                Sentence.count(purged.archive().files(), "file") + verb(" deleted") + " from " + terms.archive()
                        + "; nothing added since " + calendar.moment(archived()));
        terminal.fact(
                "On hold",
                Sentence.count(purged.sessions().held(), "session") + " and "
                        + Sentence.count(purged.archive().held(), "file") + " left alone");
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("done", done);
        json.put("identities", purged.identities());
        json.putObject("sessions")
                .put("count", purged.sessions().sessions())
                .put("entries", purged.sessions().entries())
                .put("held", purged.sessions().held())
                .put("openedBefore", live().toString());
        json.putObject("archive")
                .put("folder", terms.archive().toString())
                .put("files", purged.archive().files())
                .put("held", purged.archive().held())
                .put("nothingSince", archived().toString());
        return json;
    }

    private String verb(String participle) {
        return done ? participle : " to be" + participle;
    }

    private Instant live() {
        return now.minus(terms.live());
    }

    private Instant archived() {
        return now.minus(terms.archived());
    }

    private static PurgeReport report(boolean done, LastingStore store, Purged purged) {
        return new PurgeReport(done, store.now(), purged, store.config().retention());
    }
}
