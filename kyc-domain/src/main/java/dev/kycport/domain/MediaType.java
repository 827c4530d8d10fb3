package dev.kycport.domain;

import java.util.Arrays;
import java.util.Optional;

/** What kinds of content providers hand us, each known by its first bytes rather than by what the provider calls it. */
public enum MediaType {
    JPEG("image/jpeg", "jpg", "\u00FF\u00D8\u00FF"),
    PNG("image/png", "png", "\u0089PNG"),
    GIF("image/gif", "gif", "GIF8"),
    PDF("application/pdf", "pdf", "%PDF"),
    XML("application/xml", "xml", "<");

    private final String mime;
    private final String extension;
    private final String magic;

    MediaType(String mime, String extension, String magic) {
        this.mime = mime;
        this.extension = extension;
        this.magic = magic;
    }

    /** The registered name, such as {@code image/png}. */
    public String mime() {
        return mime;
    }

    /** The usual ending of a file of this kind, without a dot. */
    public String extension() {
        return extension;
    }

    /** The kind that these bytes begin like, or nothing if they begin like none we know. */
    public static Optional<MediaType> of(Bytes content) {
        return Arrays.stream(values())
                .filter(type -> content.startsWith(type.magic))
                .findFirst();
    }
}
