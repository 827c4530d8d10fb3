package dev.kycport.adapter.jdbc.internal.retention;

import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.RetentionStore.LegalHold;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** SQL of the legal holds. */
final class LegalHoldDao {

    private LegalHoldDao() {}

    /** Returns whether the hold is new. */
    static boolean insert(Handle handle, LegalHold legalHold) {
        return handle.createUpdate("INSERT INTO kyc_hold (subject, reason, since) VALUES (:subject, :reason, :since)"
                                + " ON CONFLICT (subject) DO NOTHING")
                        .bind("subject", legalHold.subject().value())
                        .bind("reason", legalHold.reason())
                        .bind("since", legalHold.since().toString())
                        .execute()
                == 1;
    }

    /** Returns whether there was a hold. */
    static boolean delete(Handle handle, SubjectRef subject) {
        return handle.createUpdate("DELETE FROM kyc_hold WHERE subject = :subject")
                        .bind("subject", subject.value())
                        .execute()
                == 1;
    }

    static List<LegalHold> findAll(Handle handle) {
        return handle.createQuery("SELECT subject, reason, since FROM kyc_hold ORDER BY subject")
                .map((row, context) -> read(row.getString("subject"), row.getString("reason"), row.getString("since")))
                .list();
    }

    private static LegalHold read(String subject, String reason, String since) {
        return RowSupport.readRow("a hold", () -> new LegalHold(new SubjectRef(subject), reason, Instant.parse(since)));
    }
}
