package dev.kycport.host.cli;

import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.Photo;
import dev.kycport.domain.session.KycSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the demo leaves to look at: captchas, the portrait once, and documents. */
final class Keepsakes {

    private final Pictures pictures;
    private boolean portrayed;

    Keepsakes(Pictures pictures) {
        this.pictures = pictures;
    }

    Pictures pictures() {
        return pictures;
    }

    Optional<Path> folder() {
        return pictures.folder();
    }

    /** The files written of this session. */
    Stream<Path> of(KycSession session) {
        return session instanceof KycSession.Verified verified
                ? Stream.concat(
                        verified.identity().photo().stream()
                                .filter(photo -> !portrayed)
                                .map(this::portrait),
                        verified.identity().documents().stream().map(this::document))
                : Stream.empty();
    }

    private Path portrait(Photo photo) {
        portrayed = true;
        return pictures.write("portrait." + photo.type().extension(), photo.image());
    }

    private Path document(IssuedDocument document) {
        return pictures.write(
                document.type().code() + "." + document.mediaType().extension(), document.content());
    }
}
