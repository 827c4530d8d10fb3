package dev.kycport.adapter.uidai.internal.qr;

import dev.kycport.adapter.uidai.internal.document.Refusal;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** From the digits of a Secure QR to the bytes that were signed. */
public final class Inflation {

    /** A Secure QR holds at most 3 kilobytes, of which the photo does not shrink. */
    private static final int MAX_BYTES = 64 * 1024;

    private static final int GZIP = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private Inflation() {}

    /** The number in the digits, as bytes, inflated. UIDAI writes gzip; its test data has zlib. */
    public static Either<Refusal, byte[]> inflate(String digits) {
        // Neither header begins with a set bit, so no sign byte comes before it.
        byte[] packed = DecimalNumber.parse(digits).toByteArray();
        try (InputStream stream = stream(packed)) {
            byte[] content = stream.readNBytes(MAX_BYTES + 1);
            return content.length > MAX_BYTES
                    ? Either.left(Refusal.unreadable("is a QR that grows too much when it is inflated"))
                    : Either.right(content);
        } catch (IOException damaged) {
            return Either.left(Refusal.unreadable("is no Secure QR, or a damaged one"));
        }
    }

    private static InputStream stream(byte[] packed) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(packed);
        boolean isGzip = packed.length > 1 && (packed[0] & 0xFF) == GZIP && (packed[1] & 0xFF) == GZIP_SECOND;
        return isGzip ? new GZIPInputStream(bytes) : new InflaterInputStream(bytes);
    }
}
