package dev.kycport.host.cli.demo;

import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.Photo;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.session.ImageFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that the demo writes: captchas, the portrait once, and documents. */
final class DemoFiles {

    private final ImageFiles imageFiles;
    private boolean portraitWritten;

    DemoFiles(ImageFiles imageFiles) {
        this.imageFiles = imageFiles;
    }

    ImageFiles images() {
        return imageFiles;
    }

    Optional<Path> folder() {
        return imageFiles.folder();
    }

    /** Writes the files of a session. */
    Stream<Path> write(KycSession session) {
        return session instanceof KycSession.Verified verified
                ? Stream.concat(
                        verified.identity().photo().stream()
                                .filter(photo -> !portraitWritten)
                                .map(this::writePortrait),
                        verified.identity().documents().stream().map(this::writeDocument))
                : Stream.empty();
    }

    private Path writePortrait(Photo photo) {
        portraitWritten = true;
        return imageFiles.write("portrait." + photo.type().extension(), photo.image());
    }

    private Path writeDocument(IssuedDocument document) {
        return imageFiles.write(
                document.type().code() + "." + document.mediaType().extension(), document.content());
    }
}
