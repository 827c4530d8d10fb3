package dev.kycport.host.cli.retention;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.app.config.KycConfig.RetentionPart;
import dev.kycport.app.maintenance.Retention.PurgeSummary;
import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TextFormat;
import dev.kycport.ports.store.RetentionStore.Purge;
import dev.kycport.ports.store.RetentionStore.PurgeExtras;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The result of a purge, or of a dry run.
 *
 * @param done whether it was a purge
 */
public record PurgeReport(boolean done, PurgeSummary purged, RetentionPart part) {

    public static PurgeReport dryRun(AdminStore store) throws IOException {
        return new PurgeReport(
                false, store.retention().preview(), store.config().retention());
    }

    public static PurgeReport purge(AdminStore store) throws IOException {
        return new PurgeReport(true, store.retention().purge(), store.config().retention());
    }

    public void print(Terminal terminal) {
        DateTimeFormatter format = TextFormat.timestamp(ZoneId.systemDefault());
        if (done) {
            terminal.success("Purged.");
        } else {
            terminal.heading("Dry run. A purge would do now:");
        }
        terminal.field("Identities", purged.identities() + verb(" erased"));
        terminal.field(
                "Sessions",
                purged.sessions().sessions() + verb(" moved to the archive") + ", with "
                        + TextFormat.count(purged.sessions().entries(), "audit entry", "audit entries")
                        + "; opened before " + format.format(sessionCutoff()));
        terminal.field(
                "Archive",
                TextFormat.count(purged.archive().files(), "file") + verb(" deleted") + " from " + part.archive()
                        + "; nothing added since " + format.format(archiveCutoff()));
        terminal.field(
                "On hold",
                TextFormat.count(purged.sessions().sessionsOnHold(), "session") + " and "
                        + TextFormat.count(purged.archive().held(), "file") + " skipped");
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("done", done);
        PurgeJson.fill(logged(), json)
                .put("folder", part.archive().toString())
                .put("nothingSince", archiveCutoff().toString());
        return json;
    }

    private String verb(String participle) {
        return done ? participle : " to be" + participle;
    }

    private Purge logged() {
        PurgeExtras extras = new PurgeExtras(
                purged.identities(), purged.archive().files(), purged.archive().held());
        return new Purge(purged.at(), sessionCutoff(), purged.sessions(), extras);
    }

    private Instant sessionCutoff() {
        return purged.at().minus(part.live());
    }

    private Instant archiveCutoff() {
        return purged.at().minus(part.archived());
    }
}
