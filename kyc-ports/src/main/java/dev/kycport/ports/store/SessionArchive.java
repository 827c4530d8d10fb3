package dev.kycport.ports.store;

import dev.kycport.domain.consent.SubjectRef;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/** Where purged sessions go for the years that follow, and from where they go for good. */
public interface SessionArchive extends RetentionStore.ArchiveSink {

    /** What {@link #deleteExpired} would do now. */
    Count countExpired(Instant before, Set<SubjectRef> held) throws IOException;

    /**
     * Deletes every file into which nothing was put since that instant, but none that holds a session of a subject on hold.
     *
     * @param held is asked right before each file is deleted: a hold may be placed meanwhile
     * @throws IOException if a file cannot be read or deleted; those deleted before stay deleted
     */
    Count deleteExpired(Instant before, Supplier<Set<SubjectRef>> held) throws IOException;

    /**
     * How many files.
     *
     * @param held old enough, and left alone because somebody in them is on hold
     */
    record Count(long files, long held) {

        /** Both together. */
        public Count plus(Count other) {
            return new Count(files + other.files, held + other.held);
        }
    }
}
