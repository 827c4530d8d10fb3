package dev.kycport.host.cli;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Image files for a person to open, in a fresh folder that nobody else can read. */
final class Pictures {

    private static final FileAttribute<?>[] OWNER_ONLY =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];

    private final Path temporary;
    private final boolean kept;
    private Optional<Path> folder = Optional.empty();
    private int captchas;

    private Pictures(Path temporary, boolean kept) {
        this.temporary = temporary;
        this.kept = kept;
    }

    /** Pictures that go when the program ends, however it ends. */
    static Pictures fleeting(Path temporary) {
        return new Pictures(temporary, false);
    }

    /** Pictures that stay. */
    static Pictures kept(Path temporary) {
        return new Pictures(temporary, true);
    }

    /** Where they are, if there are any. */
    Optional<Path> folder() {
        return folder;
    }

    Path captcha(Bytes image, MediaType type) {
        captchas++;
        return write("captcha-" + captchas + "." + type.extension(), image);
    }

    Path write(String name, Bytes content) {
        try {
            Path file = Files.createFile(open().resolve(name), OWNER_ONLY);
            Files.write(file, content.toArray());
            return passing(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the temporary folder cannot be written to", unwritable);
        }
    }

    private Path open() throws IOException {
        if (folder.isEmpty()) {
            folder = Optional.of(passing(Files.createTempDirectory(temporary, "kyc-")));
        }
        return folder.get();
    }

    private Path passing(Path file) {
        if (!kept) {
            file.toFile().deleteOnExit();
        }
        return file;
    }
}
