package dev.kycport.adapter.uidai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.evidence.EvidenceVerdict;
import dev.kycport.domain.evidence.ShareCode;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.SignedDocument;
import dev.kycport.tck.evidence.OfflineKyc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OfflineArchiveTest {

    private static final String XML = OfflineKyc.ASHA.signedBy(Samples.SIGNER);
    private static final String CODE = "Abc@123";

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMethod.class,
            names = {"AES", "ZIP_STANDARD", "NONE"})
    void an_archive_opens_whatever_its_encryption(EncryptionMethod method) {
        EvidenceResult result = verify(zip(method, Map.of("offline.xml", XML)), CODE);

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.GENUINE);
    }

    @Test
    void an_entry_that_is_stored_opens_too() {
        byte[] archive = zip(EncryptionMethod.AES, CompressionMethod.STORE, Map.of("offline.xml", XML));

        assertThat(verify(archive, CODE).verdict()).isEqualTo(EvidenceVerdict.GENUINE);
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMethod.class,
            names = {"AES", "ZIP_STANDARD"})
    void every_wrong_share_code_is_told_from_a_damaged_archive(EncryptionMethod method) {
        byte[] archive = zip(method, Map.of("offline.xml", XML));

        // 600 codes, so that some pass the check byte of ZipCrypto, which one in 256 does.
        for (int code = 1000; code < 1600; code++) {
            assertThat(verify(archive, Integer.toString(code)).verdict())
                    .as("code %d", code)
                    .isEqualTo(EvidenceVerdict.WRONG_SHARE_CODE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMethod.class,
            names = {"AES", "ZIP_STANDARD"})
    void a_missing_share_code_is_a_wrong_one(EncryptionMethod method) {
        EvidenceResult result = Samples.verify(zip(method, Map.of("offline.xml", XML)));

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.WRONG_SHARE_CODE);
        assertThat(result.reason()).contains("needs its share code");
    }

    @Test
    void two_entries_are_refused() {
        Map<String, String> two = new LinkedHashMap<>();
        two.put("offline.xml", XML);
        two.put("another.xml", XML);

        assertThat(verify(zip(EncryptionMethod.AES, two), CODE).reason()).contains("more than one file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../offline.xml", "a/offline.xml", "/offline.xml", "a\\b.xml", "C:offline.xml", "folder/"})
    void an_entry_whose_name_is_a_path_is_refused(String name) {
        EvidenceResult result = verify(zip(EncryptionMethod.NONE, Map.of(name, XML)), CODE);

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.UNREADABLE);
    }

    @Test
    void an_archive_that_grows_too_much_is_refused() {
        EvidenceResult result = verify(zip(EncryptionMethod.NONE, Map.of("offline.xml", " ".repeat(60_000_000))), CODE);

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.UNREADABLE);
        assertThat(result.reason()).contains("grows too much");
    }

    @Test
    void an_archive_of_the_size_of_a_film_is_refused_unopened() {
        byte[] archive = Arrays.copyOf(zip(EncryptionMethod.NONE, Map.of("offline.xml", XML)), 3 * 1024 * 1024);

        assertThat(verify(archive, CODE).reason()).contains("larger than an offline e-KYC archive");
    }

    @Test
    void an_archive_without_an_XML_is_unreadable() {
        assertThat(verify(zip(EncryptionMethod.NONE, Map.of("offline.xml", "hello")), CODE)
                        .verdict())
                .isEqualTo(EvidenceVerdict.UNREADABLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMethod.class,
            names = {"AES", "ZIP_STANDARD", "NONE"})
    void an_archive_cut_short_or_with_a_flipped_bit_has_a_verdict_and_is_never_genuine_in_other_words(
            EncryptionMethod method) {
        byte[] archive = zip(method, Map.of("offline.xml", XML));

        for (int at = 0; at < archive.length; at += 41) {
            assertThat(verify(Arrays.copyOf(archive, at), CODE).verdict()).isNotNull();
            byte[] flipped = archive.clone();
            flipped[at] ^= 4;
            EvidenceResult result = verify(flipped, CODE);
            result.holder().ifPresent(holder -> assertThat(holder.name()).isEqualTo("Asha Test Rao"));
        }
    }

    @Test
    void an_altered_XML_in_an_archive_is_altered() {
        byte[] archive = zip(EncryptionMethod.AES, Map.of("offline.xml", XML.replace("Asha", "Usha")));

        assertThat(verify(archive, CODE).verdict()).isEqualTo(EvidenceVerdict.ALTERED);
    }

    private static EvidenceResult verify(byte[] archive, String code) {
        SignedDocument document = new SignedDocument(
                Bytes.of(archive),
                Optional.of(ShareCode.parse(code).get()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Samples.VERIFIER.verify(document, Samples.NOW);
    }

    private static byte[] zip(EncryptionMethod method, Map<String, String> entries) {
        return zip(method, CompressionMethod.DEFLATE, entries);
    }

    private static byte[] zip(EncryptionMethod method, CompressionMethod compression, Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, CODE.toCharArray())) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                byte[] content = entry.getValue().getBytes(StandardCharsets.UTF_8);
                ZipParameters parameters = new ZipParameters();
                parameters.setFileNameInZip(entry.getKey());
                parameters.setCompressionMethod(compression);
                parameters.setEncryptFiles(method != EncryptionMethod.NONE);
                parameters.setEncryptionMethod(method);
                parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
                parameters.setEntrySize(content.length);
                zip.putNextEntry(parameters);
                if (!entry.getKey().endsWith("/")) {
                    zip.write(content);
                }
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
