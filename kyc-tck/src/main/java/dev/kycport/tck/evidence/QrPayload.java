package dev.kycport.tck.evidence;

import dev.kycport.domain.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The content of a Secure QR of an invented person, before it is signed.
 *
 * @param fields the text fields in their order
 * @param photo a JPEG 2000 codestream, or what a test takes for one
 * @param hashes in hexadecimal: of the e-mail address, then of the mobile number
 */
public record QrPayload(List<String> fields, Bytes photo, List<String> hashes) {

    private static final int SEPARATOR = 0xFF;

    /** The portrait in {@link #ASHA}'s code: bytes that begin and end like a JPEG 2000 codestream, with a separator inside. */
    public static final Bytes PHOTO = Bytes.of(HexFormat.of().parseHex("ff4fff5101ff02ff03ffd9"));

    /** Version 1, with both hashes: of {@code asha@example.in} and of {@code 9800000002}, each four times. */
    public static final QrPayload ASHA = new QrPayload(
            List.of(
                    "3",
                    "703420261130093000000",
                    "Asha Test Rao",
                    "01-02-1990",
                    "F",
                    "D/O Test Rao",
                    "Bengaluru Urban",
                    "",
                    "12",
                    "Shivajinagar",
                    "560001",
                    "Bengaluru GPO",
                    "Karnataka",
                    "Raj Bhavan Road",
                    "Bengaluru North",
                    "Bengaluru"),
            PHOTO,
            List.of(ContactHash.of("asha@example.in", 4), ContactHash.of("9800000002", 4)));

    public QrPayload {
        fields = List.copyOf(fields);
        hashes = List.copyOf(hashes);
    }

    /** The same with another text in a field. */
    public QrPayload with(int field, String text) {
        List<String> changed = new ArrayList<>(fields);
        changed.set(field, text);
        return new QrPayload(changed, photo, hashes);
    }

    /** The same with a field before all others, such as {@code V2}, and one after them. */
    public QrPayload withVersion(String version, String mobileLastFour) {
        List<String> changed = new ArrayList<>(fields);
        changed.add(0, version);
        changed.add(mobileLastFour);
        return new QrPayload(changed, photo, hashes);
    }

    /** The same with this indicator and these hashes. */
    public QrPayload withHashes(String indicator, List<String> others) {
        return new QrPayload(with(0, indicator).fields(), photo, others);
    }

    /** The same with another photo. */
    public QrPayload withPhoto(Bytes other) {
        return new QrPayload(fields, other, hashes);
    }

    /** The signed bytes: the content, and the signature after it. */
    public byte[] signedBy(TestSigner signer) {
        byte[] content = content();
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(content);
        signed.writeBytes(signer.sign(content));
        return signed.toByteArray();
    }

    /** The digits of the code, as a scanner reads them. */
    public String digitsSignedBy(TestSigner signer) {
        return digits(signedBy(signer));
    }

    /** The digits for these signed bytes: gzip, read as one number. */
    public static String digits(byte[] signed) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(signed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new BigInteger(1, packed.toByteArray()).toString();
    }

    /** The content alone. */
    public byte[] content() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        fields.forEach(field -> {
            content.writeBytes(field.getBytes(StandardCharsets.ISO_8859_1));
            content.write(SEPARATOR);
        });
        content.writeBytes(photo.toArray());
        hashes.forEach(hash -> content.writeBytes(HexFormat.of().parseHex(hash)));
        return content.toByteArray();
    }
}
