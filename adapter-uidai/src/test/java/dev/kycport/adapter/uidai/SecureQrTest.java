package dev.kycport.adapter.uidai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.evidence.ContactMatch;
import dev.kycport.domain.evidence.EmailAddress;
import dev.kycport.domain.evidence.Evidence;
import dev.kycport.domain.evidence.EvidenceVerdict;
import dev.kycport.domain.evidence.MobileNumber;
import dev.kycport.domain.evidence.SignerPurpose;
import dev.kycport.domain.identity.AadhaarHolder;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.SignedDocument;
import dev.kycport.tck.evidence.ContactHash;
import dev.kycport.tck.evidence.QrPayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecureQrTest {

    private static final int NAME = 2;
    private static final int SIGNATURE_BYTES = 256;
    private static final byte[] SIGNED = QrPayload.ASHA.signedBy(Samples.SIGNER);
    private static final String DIGITS = QrPayload.digits(SIGNED);

    @Test
    void a_genuine_code_is_read() {
        EvidenceResult result = Samples.verify(DIGITS);

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.GENUINE);
        AadhaarHolder holder = result.holder().orElseThrow();
        assertThat(holder.name()).isEqualTo("Asha Test Rao");
        assertThat(holder.photo().orElseThrow().image()).isEqualTo(QrPayload.PHOTO);
        assertThat(holder.address())
                .isEqualTo(new Address(Map.ofEntries(
                        Map.entry(Address.Part.CARE_OF, "D/O Test Rao"),
                        Map.entry(Address.Part.DISTRICT, "Bengaluru Urban"),
                        Map.entry(Address.Part.HOUSE, "12"),
                        Map.entry(Address.Part.LOCALITY, "Shivajinagar"),
                        Map.entry(Address.Part.PIN, "560001"),
                        Map.entry(Address.Part.POST_OFFICE, "Bengaluru GPO"),
                        Map.entry(Address.Part.STATE, "Karnataka"),
                        Map.entry(Address.Part.STREET, "Raj Bhavan Road"),
                        Map.entry(Address.Part.SUB_DISTRICT, "Bengaluru North"),
                        Map.entry(Address.Part.VTC, "Bengaluru"))));
    }

    @ParameterizedTest
    @CsvSource({"0,", "1,e", "2,m", "3,em"})
    void the_indicator_says_which_hashes_there_are(String indicator, String hashes) {
        String email = ContactHash.of("asha@example.in", 4);
        String mobile = ContactHash.of("9800000002", 4);
        List<String> present = hashes == null
                ? List.of()
                : hashes.equals("e") ? List.of(email) : hashes.equals("m") ? List.of(mobile) : List.of(email, mobile);
        String digits = QrPayload.ASHA.withHashes(indicator, present).digitsSignedBy(Samples.SIGNER);

        Evidence evidence = contact(digits, "9800000002", "asha@example.in");

        assertThat(evidence.mobile().isMatch()).isEqualTo(hashes != null && hashes.contains("m"));
        assertThat(evidence.email().isMatch()).isEqualTo(hashes != null && hashes.contains("e"));
    }

    @Test
    void a_contact_that_is_not_registered_does_not_match() {
        Evidence evidence = contact(DIGITS, "9800000003", "usha@example.in");

        assertThat(evidence.mobile()).isEqualTo(ContactMatch.NO);
        assertThat(evidence.email()).isEqualTo(ContactMatch.NO);
    }

    @Test
    void an_address_that_is_hashed_once_matches_in_its_plain_form() {
        String digits = QrPayload.ASHA
                .withHashes("1", List.of(ContactHash.of("asha@example.in", 1)))
                .digitsSignedBy(Samples.SIGNER);

        assertThat(contact(digits, "9800000002", "asha@example.in").email()).isEqualTo(ContactMatch.YES_PLAIN);
    }

    @ParameterizedTest
    @CsvSource({"7030,1", "7031,1", "7032,2", "7039,9"})
    void the_last_digit_says_how_often_a_contact_is_hashed(String lastFour, int rounds) {
        String digits = QrPayload.ASHA
                .with(1, lastFour + "20261130093000000")
                .withHashes("2", List.of(ContactHash.of("9800000002", rounds)))
                .digitsSignedBy(Samples.SIGNER);

        assertThat(contact(digits, "9800000002", "asha@example.in").mobile()).isEqualTo(ContactMatch.YES);
    }

    @Test
    void version_2_adds_the_last_digits_of_the_mobile_number() {
        EvidenceResult result =
                Samples.verify(QrPayload.ASHA.withVersion("V2", "0002").digitsSignedBy(Samples.SIGNER));

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.GENUINE);
        assertThat(result.evidence().orElseThrow().layout()).isEqualTo("V2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1", "V3", "V5", "V12"})
    void a_version_that_is_not_known_is_never_guessed_at(String version) {
        EvidenceResult result =
                Samples.verify(QrPayload.ASHA.withVersion(version, "0002").digitsSignedBy(Samples.SIGNER));

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.LAYOUT_UNKNOWN);
        assertThat(result.holder()).isEmpty();
        Evidence evidence = result.evidence().orElseThrow();
        assertThat(evidence.layout()).isEqualTo(version);
        assertThat(evidence.generatedAt()).isEmpty();
        assertThat(evidence.mobile()).isEqualTo(ContactMatch.NOT_ASKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "X", "", "V", "v2", "VX"})
    void what_begins_with_neither_a_version_nor_an_indicator_has_no_known_layout(String first) {
        EvidenceResult result = Samples.verify(QrPayload.ASHA.with(0, first).digitsSignedBy(Samples.SIGNER));

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.LAYOUT_UNKNOWN);
        assertThat(result.evidence().orElseThrow().layout()).isEqualTo("unknown");
    }

    @Test
    void a_separator_inside_a_name_is_not_taken_for_the_end_of_the_field() {
        EvidenceResult result =
                Samples.verify(QrPayload.ASHA.with(NAME, "Asha \u00FF Rao").digitsSignedBy(Samples.SIGNER));

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.LAYOUT_UNKNOWN);
        assertThat(result.holder()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1,70342026113009300000",
        "1,703420261330093000000",
        "2,' '",
        "3,31-02-1990",
        "3,1990-2-1",
        "4,X",
        "4,''",
        "10,5600",
        "10,56000A"
    })
    void a_field_of_an_unknown_form_makes_the_layout_unknown(int field, String text) {
        EvidenceResult result = Samples.verify(QrPayload.ASHA.with(field, text).digitsSignedBy(Samples.SIGNER));

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.LAYOUT_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"01-02-1990,1990-02-01", "01/02/1990,1990-02-01", "1990-02-01,1990-02-01", "1990,1990"})
    void a_birth_date_may_have_any_of_the_forms_of_UIDAI(String text, String iso) {
        EvidenceResult result = Samples.verify(QrPayload.ASHA.with(3, text).digitsSignedBy(Samples.SIGNER));

        assertThat(result.holder().orElseThrow().birthDate().iso()).isEqualTo(iso);
    }

    @Test
    void a_year_of_birth_is_no_date() {
        EvidenceResult result = Samples.verify(QrPayload.ASHA.with(3, "1990").digitsSignedBy(Samples.SIGNER));

        assertThat(result.holder().orElseThrow().birthDate()).isEqualTo(BirthDate.ofYear(Year.of(1990)));
    }

    @Test
    void a_code_without_a_PIN_is_read() {
        EvidenceResult result = Samples.verify(QrPayload.ASHA.with(10, "").digitsSignedBy(Samples.SIGNER));

        assertThat(result.holder().orElseThrow().address().part(Address.Part.PIN))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\u00FF\u00D8\u00FF\u00E0\u00FF\u00D9"})
    void a_photo_that_does_not_begin_where_it_should_makes_the_layout_unknown(String photo) {
        Bytes bytes = Bytes.of(photo.getBytes(StandardCharsets.ISO_8859_1));

        EvidenceResult result = Samples.verify(QrPayload.ASHA.withPhoto(bytes).digitsSignedBy(Samples.SIGNER));

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.LAYOUT_UNKNOWN);
    }

    @Test
    void one_flipped_bit_anywhere_before_the_signature_is_altered() {
        for (int at = 0; at < SIGNED.length - SIGNATURE_BYTES; at += 5) {
            assertThat(flipped(at).verdict()).as("byte %d", at).isEqualTo(EvidenceVerdict.ALTERED);
        }
    }

    @Test
    void one_flipped_bit_in_the_signature_leaves_nobody_who_made_it() {
        for (int at = SIGNED.length - SIGNATURE_BYTES; at < SIGNED.length; at += 17) {
            assertThat(flipped(at).verdict()).as("byte %d", at).isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
        }
    }

    @Test
    void a_code_of_a_stranger_is_of_an_unknown_signer() {
        assertThat(Samples.verify(QrPayload.ASHA.digitsSignedBy(Samples.STRANGER))
                        .verdict())
                .isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    @Test
    void a_signer_of_the_XML_alone_does_not_count_for_codes() {
        UidaiVerifier verifier = new UidaiVerifier(
                new TrustStore(List.of(TestTrust.entry(Samples.SIGNER.certificate(), SignerPurpose.OFFLINE_XML))));

        EvidenceResult result =
                verifier.verify(new SignedDocument(Bytes.of(DIGITS.getBytes(StandardCharsets.US_ASCII))), Samples.NOW);

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    @Test
    void blanks_around_the_digits_do_not_matter() {
        assertThat(Samples.verify(" \r\n" + DIGITS + "\n").verdict()).isEqualTo(EvidenceVerdict.GENUINE);
    }

    @Test
    void zlib_is_read_as_well_as_gzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zlib = new DeflaterOutputStream(packed)) {
            zlib.write(SIGNED);
        }

        assertThat(Samples.verify(number(packed.toByteArray())).verdict()).isEqualTo(EvidenceVerdict.GENUINE);
    }

    @Test
    void a_code_that_grows_too_much_is_unreadable() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[2_000_000]);
        }

        EvidenceResult result = Samples.verify(number(packed.toByteArray()));

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.UNREADABLE);
        assertThat(result.reason()).contains("grows too much");
    }

    @Test
    void content_of_exactly_the_most_that_a_code_may_grow_to_is_still_looked_at() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[64 * 1024]);
        }

        assertThat(Samples.verify(number(packed.toByteArray())).verdict()).isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256})
    void a_content_without_room_for_more_than_a_signature_is_unreadable(int length) {
        assertThat(Samples.verify(QrPayload.digits(new byte[length])).verdict()).isEqualTo(EvidenceVerdict.UNREADABLE);
    }

    @Test
    void more_digits_than_a_QR_code_holds_are_unreadable() {
        assertThat(Samples.verify("7".repeat(7090)).reason()).contains("more digits");
        assertThat(Samples.verify("7".repeat(7089)).reason()).contains("no Secure QR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "31", "8075", "123456789012"})
    void digits_of_something_else_are_unreadable(String digits) {
        assertThat(Samples.verify(digits).verdict()).isEqualTo(EvidenceVerdict.UNREADABLE);
    }

    @Test
    void a_code_in_an_image_is_read() {
        assertThat(Samples.verify(png(DIGITS, 900)).verdict()).isEqualTo(EvidenceVerdict.GENUINE);
    }

    @Test
    void an_image_with_another_QR_code_is_unreadable() {
        assertThat(Samples.verify(png("https://example.in", 200)).verdict()).isEqualTo(EvidenceVerdict.UNREADABLE);
    }

    @Test
    void an_image_without_a_QR_code_is_unreadable() {
        assertThat(Samples.verify(png(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB)))
                        .reason())
                .contains("no QR code");
    }

    @Test
    void an_image_cut_short_is_unreadable() {
        byte[] whole = png(DIGITS, 900);

        assertThat(Samples.verify(Arrays.copyOf(whole, 40)).reason()).contains("cannot be read");
    }

    @Test
    void an_image_that_says_it_is_enormous_is_not_decoded() {
        byte[] image = png(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
        // The width and the height of a PNG, at bytes 16 and 20.
        image[17] = 1;
        image[21] = 1;

        assertThat(Samples.verify(image).reason()).contains("cannot be read");
    }

    private static Evidence contact(String digits, String mobile, String email) {
        SignedDocument document = new SignedDocument(
                Bytes.of(digits.getBytes(StandardCharsets.US_ASCII)),
                Optional.empty(),
                Optional.of(MobileNumber.parse(mobile).get()),
                Optional.of(EmailAddress.parse(email).get()),
                Optional.empty());
        return Samples.VERIFIER.verify(document, Samples.NOW).evidence().orElseThrow();
    }

    private static EvidenceResult flipped(int at) {
        byte[] changed = SIGNED.clone();
        changed[at] ^= 1;
        return Samples.verify(QrPayload.digits(changed));
    }

    private static String number(byte[] packed) {
        return new BigInteger(1, packed).toString();
    }

    private static byte[] png(String text, int side) {
        try {
            BitMatrix code = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            side,
                            side,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L));
            BufferedImage image = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    image.setRGB(x, y, code.get(x, y) ? 0 : 0xFFFFFF);
                }
            }
            return png(image);
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] png(BufferedImage image) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
