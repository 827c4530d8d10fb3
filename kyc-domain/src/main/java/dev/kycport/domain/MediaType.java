package dev.kycport.domain;

import java.util.Arrays;
import java.util.Optional;

/** The media types that providers return, detected from the first bytes rather than from the provider's declaration. */
public enum MediaType {
    JPEG("image/jpeg", "jpg", "\u00FF\u00D8\u00FF"),
    PNG("image/png", "png", "\u0089PNG"),
    GIF("image/gif", "gif", "GIF8"),
    /** The portrait in a Secure QR: the bare codestream, without the boxes of a JP2 file. */
    JPEG_2000("image/jp2", "jp2", "\u00FFO\u00FFQ"),
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

    /** The default file extension, without a dot. */
    public String extension() {
        return extension;
    }

    /** The type that these bytes start like, or nothing. */
    public static Optional<MediaType> of(Bytes content) {
        return Arrays.stream(values())
                .filter(type -> content.startsWith(type.magic))
                .findFirst();
    }
}
