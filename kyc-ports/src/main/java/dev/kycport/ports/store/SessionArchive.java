package dev.kycport.ports.store;

import dev.kycport.domain.consent.SubjectRef;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/** Stores purged sessions for the years that the law requires, and deletes them afterwards. */
public interface SessionArchive extends RetentionStore.ArchiveSink {

    /** The files that {@link #deleteExpired} would delete now. */
    Count countExpired(Instant before, Set<SubjectRef> held) throws IOException;

    /**
     * Deletes all files to which nothing was appended since that instant, except files with a session of a subject on
     * hold.
     *
     * @param held called right before each file is deleted, because a hold may be placed meanwhile
     * @throws IOException if a file cannot be read or deleted; files deleted before stay deleted
     */
    Count deleteExpired(Instant before, Supplier<Set<SubjectRef>> held) throws IOException;

    /**
     * Counts of files.
     *
     * @param files to delete, or deleted
     * @param held old enough, but not deleted because a subject in them is on hold
     */
    record Count(long files, long held) {

        /** The sum of both. */
        public Count plus(Count other) {
            return new Count(files + other.files, held + other.held);
        }
    }
}
