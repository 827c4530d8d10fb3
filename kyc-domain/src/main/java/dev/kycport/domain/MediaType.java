package dev.kycport.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What kinds of content providers hand us, each known by its first bytes rather than by what the provider calls it. */
public enum MediaType {
    JPEG("image/jpeg", "jpg", (byte) 0xFF, (byte) 0xD8, (byte) 0xFF),
    PNG("image/png", "png", (byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G'),
    GIF("image/gif", "gif", "GIF8".getBytes(StandardCharsets.US_ASCII)),
    PDF("application/pdf", "pdf", "%PDF".getBytes(StandardCharsets.US_ASCII)),
    XML("application/xml", "xml", (byte) '<');

    private final String mime;
    private final String extension;
    private final byte[] magic;

    MediaType(String mime, String extension, byte... magic) {
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
        return Arrays.stream(values()).filter(type -> content.startsWith(type.magic)).findFirst();
    }
}
