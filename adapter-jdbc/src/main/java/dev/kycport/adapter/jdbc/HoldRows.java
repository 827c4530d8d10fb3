package dev.kycport.adapter.jdbc;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.RetentionStore.Hold;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of people on hold. */
final class HoldRows {

    private HoldRows() {}

    /** Whether it is new. */
    static boolean insert(Handle handle, Hold hold) {
        return handle.createUpdate("INSERT INTO kyc_hold (subject, reason, since) VALUES (:subject, :reason, :since)"
                                + " ON CONFLICT (subject) DO NOTHING")
                        .bind("subject", hold.subject().value())
                        .bind("reason", hold.reason())
                        .bind("since", hold.since().toString())
                        .execute()
                == 1;
    }

    /** Whether there was one. */
    static boolean delete(Handle handle, SubjectRef subject) {
        return handle.createUpdate("DELETE FROM kyc_hold WHERE subject = :subject")
                        .bind("subject", subject.value())
                        .execute()
                == 1;
    }

    static List<Hold> all(Handle handle) {
        return handle.createQuery("SELECT subject, reason, since FROM kyc_hold ORDER BY subject")
                .map((row, context) -> read(row.getString("subject"), row.getString("reason"), row.getString("since")))
                .list();
    }

    private static Hold read(String subject, String reason, String since) {
        return Rows.reading("a hold", () -> new Hold(new SubjectRef(subject), reason, Instant.parse(since)));
    }
}
