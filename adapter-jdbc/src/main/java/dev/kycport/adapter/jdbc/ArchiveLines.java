package dev.kycport.adapter.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Sessions as the archive gets them, each a line of JSON: {@code {"v":1,"session":{…},"trail":[{…},…]}}. Both parts are as they were
 * stored, and the column of the identity is not even read.
 */
final class ArchiveLines {

    private ArchiveLines() {}

    static List<String> of(Handle handle, List<OldSession> sessions) {
        Map<String, String> trails = trails(handle, sessions);
        return sessions.stream()
                .map(session -> "{\"v\":1,\"session\":" + session.snapshot() + ",\"trail\":["
                        + trails.getOrDefault(session.id(), "") + "]}")
                .toList();
    }

    private static Map<String, String> trails(Handle handle, List<OldSession> sessions) {
        if (sessions.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("SELECT session, entry FROM kyc_audit WHERE session IN (<sessions>) ORDER BY session, seq")
                .bindList("sessions", sessions.stream().map(OldSession::id).toList())
                .map((row, context) -> Map.entry(row.getString("session"), row.getString("entry")))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, joining(","))));
    }
}
