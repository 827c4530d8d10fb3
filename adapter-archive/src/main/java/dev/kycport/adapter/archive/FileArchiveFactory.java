package dev.kycport.adapter.archive;

import dev.kycport.ports.spi.ArchiveFactory;
import dev.kycport.ports.store.SessionArchive;
import java.nio.file.Path;
import java.time.InstantSource;

/** Opens the archive of monthly files. */
public final class FileArchiveFactory implements ArchiveFactory {

    /** For {@code ServiceLoader}. */
    public FileArchiveFactory() {}

    @Override
    public SessionArchive open(Path folder, InstantSource clock) {
        return new FileArchive(folder, clock);
    }
}
