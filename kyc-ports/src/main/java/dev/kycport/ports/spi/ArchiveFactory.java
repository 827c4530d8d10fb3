package dev.kycport.ports.spi;

import dev.kycport.ports.store.SessionArchive;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Opens the archive. Found by {@code ServiceLoader}; exactly one on the class path. Needs a public constructor without
 * parameters, which does nothing.
 */
public interface ArchiveFactory {

    /**
     * Opens the archive in a folder. Creates nothing before the first session is archived.
     *
     * @param folder {@code kyc.retention.archive}
     */
    SessionArchive open(Path folder, InstantSource clock);
}
