package dev.kycport.adapter.jdbc.internal.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Writes sessions as lines of JSON for the archive: {@code {"v":1,"session":{…},"trail":[{…},…]}}. Both parts are the stored text;
 * the column of the identity is not read.
 */
final class ArchiveLineWriter {

    private ArchiveLineWriter() {}

    /** The line of each session, except those whose trail has changed since they were listed. */
    static Map<PurgeCandidate, String> linesFor(Handle handle, List<PurgeCandidate> sessions) {
        Map<String, List<String>> trails = trails(handle, sessions);
        Map<PurgeCandidate, String> lines = new LinkedHashMap<>();
        sessions.forEach(session -> {
            List<String> trail = trails.getOrDefault(session.id(), List.of());
            if (trail.size() == session.entries()) {
                lines.put(session, line(session, trail));
            }
        });
        return lines;
    }

    private static String line(PurgeCandidate session, List<String> trail) {
        return "{\"v\":1,\"session\":" + session.snapshot() + ",\"trail\":[" + String.join(",", trail) + "]}";
    }

    private static Map<String, List<String>> trails(Handle handle, List<PurgeCandidate> sessions) {
        if (sessions.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("SELECT session, entry FROM kyc_audit WHERE session IN (<sessions>) ORDER BY session, seq")
                .bindList("sessions", sessions.stream().map(PurgeCandidate::id).toList())
                .map((row, context) -> Map.entry(row.getString("session"), row.getString("entry")))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
