package dev.kycport.host.cli.session;

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

/** Image files for a person to open, in a new folder that only its owner can read. */
public final class ImageFiles {

    private static final FileAttribute<?>[] OWNER_ONLY =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];

    private final Path parent;
    private final boolean permanent;
    private Optional<Path> folder = Optional.empty();
    private int captchas;

    private ImageFiles(Path parent, boolean permanent) {
        this.parent = parent;
        this.permanent = permanent;
    }

    /** Files that are deleted when the process ends. */
    static ImageFiles temporary(Path parent) {
        return new ImageFiles(parent, false);
    }

    /** Files that stay. */
    public static ImageFiles permanent(Path parent) {
        return new ImageFiles(parent, true);
    }

    /** Their folder; empty before the first file. */
    public Optional<Path> folder() {
        return folder;
    }

    Path writeCaptcha(Bytes image, MediaType type) {
        captchas++;
        return write("captcha-" + captchas + "." + type.extension(), image);
    }

    public Path write(String name, Bytes content) {
        try {
            Path file = Files.createFile(createFolder().resolve(name), OWNER_ONLY);
            Files.write(file, content.toArray());
            return deleteOnExitIfTemporary(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("could not write to the temporary folder", unwritable);
        }
    }

    private Path createFolder() throws IOException {
        if (folder.isEmpty()) {
            folder = Optional.of(deleteOnExitIfTemporary(Files.createTempDirectory(parent, "kyc-")));
        }
        return folder.get();
    }

    private Path deleteOnExitIfTemporary(Path file) {
        if (!permanent) {
            file.toFile().deleteOnExit();
        }
        return file;
    }
}
