package dev.kycport.ports.spi;

import dev.kycport.ports.store.SessionArchive;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How an archive is found: by {@code ServiceLoader}, exactly one on the class path. Needs a public constructor without
 * parameters, and does nothing until asked.
 */
public interface ArchiveFactory {

    /**
     * The archive in that folder. Creates nothing before the first session is archived.
     *
     * @param folder {@code kyc.retention.archive}
     */
    SessionArchive open(Path folder, InstantSource clock);
}
