package dev.kycport.tck.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.evidence.ContactMatch;
import dev.kycport.domain.evidence.EmailAddress;
import dev.kycport.domain.evidence.Evidence;
import dev.kycport.domain.evidence.EvidenceDigest;
import dev.kycport.domain.evidence.EvidenceKind;
import dev.kycport.domain.evidence.EvidenceVerdict;
import dev.kycport.domain.evidence.MobileNumber;
import dev.kycport.domain.evidence.ShareCode;
import dev.kycport.domain.identity.AadhaarHolder;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.Photo;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.EvidenceVerifier;
import dev.kycport.ports.evidence.SignedDocument;
import dev.kycport.tck.secrecy.LogCapture;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.crypto.dsig.SignatureMethod;
import org.junit.jupiter.api.Test;

/**
 * What a verifier of signed documents owes, shown with offline e-KYC XML: what it reads, what it refuses, and under which
 * verdict. Each verifier's other formats need tests of their own.
 */
public abstract class EvidenceVerifierContract {

    private static final Instant GENERATED_AT = Instant.parse(OfflineKyc.GENERATED_AT);
    private static final Instant NOW = GENERATED_AT.plus(Duration.ofDays(1));
    private static final String NAME = "CN=DS Test Authority 1,O=Test Authority,C=IN";

    private static final TestSigner TRUSTED = signer("2026-01-01T00:00:00Z", "2029-01-01T00:00:00Z");
    private static final TestSigner FORMER = signer("2023-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
    private static final TestSigner COMING = signer("2026-12-15T00:00:00Z", "2029-12-15T00:00:00Z");
    private static final TestSigner STRANGER = signer("2026-01-01T00:00:00Z", "2029-01-01T00:00:00Z");

    private static final String SIGNED = OfflineKyc.ASHA.signedBy(TRUSTED);

    private static final int HUGE = 50 * 1024 * 1024;
    private static final long FEW_BYTES = 8L * 1024 * 1024;

    /** The verifier under test, which trusts these certificates for offline e-KYC XML. */
    protected abstract EvidenceVerifier verifierTrusting(List<X509Certificate> signers);

    /** If it fails, check each field's attribute and form. */
    @Test
    final void a_genuine_document_is_read() {
        EvidenceResult result = verify(SIGNED);

        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.GENUINE);
        assertThat(result.holder()).contains(asha());
        assertThat(result.evidence()).hasValueSatisfying(EvidenceVerifierContract::isOfAsha);
    }

    /** If it fails, check that a signature may use SHA-256 as well as SHA-1. */
    @Test
    final void a_signature_with_SHA_256_is_genuine() {
        XmlSigner sha256 = XmlSigner.UIDAI.withSignatureMethod(SignatureMethod.RSA_SHA256);

        assertThat(verdict(sha256.sign(OfflineKyc.ASHA.xml(), TRUSTED))).isEqualTo(EvidenceVerdict.GENUINE);
    }

    /** If it fails, check that the key comes from the trust store, not from the document. */
    @Test
    final void a_document_need_not_name_its_signer() {
        String unnamed = XmlSigner.UIDAI.withoutKeyInfo().sign(OfflineKyc.ASHA.xml(), TRUSTED);

        assertThat(verdict(unnamed)).isEqualTo(EvidenceVerdict.GENUINE);
    }

    /** If it fails, check that the digest of the document is compared, and that altered is told from unreadable. */
    @Test
    final void a_changed_field_is_altered() {
        assertThat(verdict(SIGNED.replace("Asha Test Rao", "Usha Test Rao"))).isEqualTo(EvidenceVerdict.ALTERED);
    }

    /** If it fails, check that the signature covers the photo. */
    @Test
    final void a_changed_photo_is_altered() {
        assertThat(verdict(SIGNED.replace("/9j/4AEC", "/9j/4AED"))).isEqualTo(EvidenceVerdict.ALTERED);
    }

    /** If it fails, check that no field is read before the signature is checked. */
    @Test
    final void a_field_changed_into_nonsense_is_altered() {
        assertThat(verdict(SIGNED.replace("01-02-1990", "nonsense"))).isEqualTo(EvidenceVerdict.ALTERED);
    }

    /** If it fails, check that the signature over the digest is checked, and not the digest alone. */
    @Test
    final void a_digest_that_was_changed_along_is_altered() {
        String other = OfflineKyc.ASHA.with("name", "Mallory").signedBy(STRANGER);
        String digest = between(other, "<DigestValue>", "</DigestValue>");
        String changed = SIGNED.replace("Asha Test Rao", "Mallory")
                .replace(between(SIGNED, "<DigestValue>", "</DigestValue>"), digest);

        assertThat(verdict(changed)).isEqualTo(EvidenceVerdict.ALTERED);
    }

    /** If it fails, check what is made of a document without a signature. */
    @Test
    final void a_document_without_its_signature_is_altered() {
        assertThat(verdict(OfflineKyc.ASHA.xml())).isEqualTo(EvidenceVerdict.ALTERED);
    }

    /** If it fails, check that the key in the document is never trusted. */
    @Test
    final void a_signer_that_only_the_document_vouches_for_is_unknown() {
        assertThat(verdict(OfflineKyc.ASHA.signedBy(STRANGER))).isEqualTo(EvidenceVerdict.SIGNER_UNKNOWN);
    }

    /** If it fails, check that the document's time is compared with the end of the signer's period. */
    @Test
    final void a_signer_whose_period_was_over_does_not_count() {
        assertThat(verdict(OfflineKyc.ASHA.signedBy(FORMER))).isEqualTo(EvidenceVerdict.SIGNER_NOT_VALID_THEN);
    }

    /** If it fails, check that the document's time is compared with the beginning of the signer's period. */
    @Test
    final void a_signer_whose_period_had_not_begun_does_not_count() {
        assertThat(verdict(OfflineKyc.ASHA.signedBy(COMING))).isEqualTo(EvidenceVerdict.SIGNER_NOT_VALID_THEN);
    }

    /** If it fails, check that today's date is not compared with the signer's period: signers end, documents stay genuine. */
    @Test
    final void a_signer_that_has_ended_since_then_still_counts() {
        String early =
                OfflineKyc.ASHA.with("referenceId", "703420250601093000000").signedBy(FORMER);

        assertThat(verdict(early)).isEqualTo(EvidenceVerdict.GENUINE);
    }

    /** If it fails, check that exactly one signature is allowed, wherever a second one is. */
    @Test
    final void a_second_signature_is_refused() {
        String twice = XmlSigner.UIDAI.sign(SIGNED, STRANGER);
        String hidden = XmlSigner.UIDAI.sign(
                OfflineKyc.ASHA.xml().replace("<UidData>", "<UidData><Signature xmlns=\"urn:other\"/>"), TRUSTED);

        assertThat(verdict(twice)).isEqualTo(EvidenceVerdict.ALTERED);
        assertThat(verdict(hidden)).isEqualTo(EvidenceVerdict.ALTERED);
    }

    /** If it fails, check that the reference must be to the whole document: {@code URI=""}. */
    @Test
    final void a_signature_over_a_part_is_refused() {
        String part = XmlSigner.UIDAI.withUri("#part").sign(withId(OfflineKyc.ASHA), TRUSTED);

        assertThat(verdict(part)).isEqualTo(EvidenceVerdict.ALTERED);
    }

    /** If it fails, check that fields are read from what is signed, and that a signature must be a child of the root. */
    @Test
    final void a_wrapped_document_is_refused() {
        String signedPart = XmlSigner.UIDAI.withUri("#part").sign(withId(OfflineKyc.ASHA), TRUSTED);
        String evil = withId(OfflineKyc.ASHA.with("name", "Mallory")).replace("Id=\"part\"", "");
        String evilFirst = signedPart.replace("<UidData", uidData(evil) + "<UidData");
        String evilOutside =
                evil.replace("</OfflinePaperlessKyc>", withoutProlog(signedPart) + "</OfflinePaperlessKyc>");
        String wholeOutside = evil.replace("</OfflinePaperlessKyc>", withoutProlog(SIGNED) + "</OfflinePaperlessKyc>");
        String inObject = wrappedInObject(evil);

        assertThat(List.of(evilFirst, evilOutside, wholeOutside, inObject))
                .allSatisfy(wrapped -> assertThat(verdict(wrapped)).isEqualTo(EvidenceVerdict.ALTERED));
    }

    /** If it fails, check that no transform besides the enveloped one and C14N is allowed. */
    @Test
    final void a_transform_that_leaves_out_fields_is_refused() {
        String filtered = XmlSigner.UIDAI.withXPath("not(self::Poi)").sign(OfflineKyc.ASHA.xml(), TRUSTED);

        assertThat(verdict(filtered)).isEqualTo(EvidenceVerdict.ALTERED);
    }

    /** If it fails, check that a reference to another file is refused before it is read. */
    @Test
    final void a_signature_over_another_file_is_refused() {
        String outside = SIGNED.replace("URI=\"\"", "URI=\"file:///etc/hostname\"");

        assertThat(verdict(outside)).isEqualTo(EvidenceVerdict.ALTERED);
    }

    /** If it fails, check that a missing URI, which leaves the content to the application, is refused. */
    @Test
    final void a_signature_over_nothing_in_particular_is_refused() {
        assertThat(verdict(SIGNED.replace(" URI=\"\"", ""))).isEqualTo(EvidenceVerdict.ALTERED);
    }

    /** If it fails, check that the parser refuses every DOCTYPE, entities included. */
    @Test
    final void a_DOCTYPE_is_not_followed() {
        String withEntity = "<!DOCTYPE OfflinePaperlessKyc [<!ENTITY who \"Asha Test Rao\">]>"
                + withoutProlog(SIGNED).replace("Asha Test Rao", "&who;");

        assertThat(verdict(withEntity)).isEqualTo(EvidenceVerdict.UNREADABLE);
    }

    /** If it fails, check that comments are refused: canonical XML drops them, so a signature does not notice them. */
    @Test
    final void a_comment_inside_a_value_is_refused() {
        assertThat(verdict(SIGNED.replace("/9j/", "/9<!-- -->j/"))).isEqualTo(EvidenceVerdict.ALTERED);
    }

    /** If it fails, check that a signed document without the expected fields is never guessed at. */
    @Test
    final void a_signed_document_of_another_layout_is_not_read() {
        String moved = XmlSigner.UIDAI.sign(OfflineKyc.ASHA.xml().replace("Poi", "Pei"), TRUSTED);
        String form = OfflineKyc.ASHA.with("dob", "1 Feb 1990").signedBy(TRUSTED);
        String gender = OfflineKyc.ASHA.with("gender", "X").signedBy(TRUSTED);

        assertThat(List.of(moved, form, gender))
                .allSatisfy(xml -> assertThat(verdict(xml)).isEqualTo(EvidenceVerdict.LAYOUT_UNKNOWN));
    }

    /** If it fails, check that the age is taken from the signed reference id, and that the limit itself is accepted. */
    @Test
    final void a_document_beyond_the_accepted_age_is_too_old() {
        assertThat(aged(Duration.ofDays(1)).verdict()).isEqualTo(EvidenceVerdict.GENUINE);
        assertThat(aged(Duration.ofDays(1).minusMillis(1)).verdict()).isEqualTo(EvidenceVerdict.TOO_OLD);
    }

    /** If it fails, check that a document from the future is not young, and that clocks may differ by minutes. */
    @Test
    final void a_document_from_the_future_does_not_count() {
        EvidenceVerifier verifier = verifier();

        assertThat(verifier.verify(document(SIGNED), GENERATED_AT.minusSeconds(60))
                        .verdict())
                .isEqualTo(EvidenceVerdict.GENUINE);
        assertThat(verifier.verify(document(SIGNED), GENERATED_AT.minusSeconds(3600))
                        .verdict())
                .isEqualTo(EvidenceVerdict.TOO_OLD);
    }

    /** If it fails, check how often the hash is repeated, and that the share code comes after the number. */
    @Test
    final void the_registered_contact_data_matches_and_other_does_not() {
        assertThat(evidence("9800000002", "asha@example.in"))
                .extracting(Evidence::mobile, Evidence::email)
                .containsExactly(ContactMatch.YES, ContactMatch.YES);
        assertThat(evidence("9800000003", "usha@example.in"))
                .extracting(Evidence::mobile, Evidence::email)
                .containsExactly(ContactMatch.NO, ContactMatch.NO);
        assertThat(verify(SIGNED).evidence().orElseThrow())
                .extracting(Evidence::mobile, Evidence::email)
                .containsExactly(ContactMatch.NOT_ASKED, ContactMatch.NOT_ASKED);
    }

    /** If it fails, check which bytes throw: any input has a verdict. */
    @Test
    final void what_is_no_document_is_unreadable() {
        assertThat(List.of(
                        "",
                        " ",
                        "<",
                        "12",
                        "PK\u0003\u0004",
                        "\u00FF\u00D8\u00FF",
                        "hello",
                        "<a/>",
                        "<OfflinePaperlessKyc"))
                .allSatisfy(content -> assertThat(verifier()
                                .verify(new SignedDocument(latin1(content)), NOW)
                                .verdict())
                        .isEqualTo(EvidenceVerdict.UNREADABLE));
    }

    /** If it fails, check that the size is looked at before anything is decoded or copied. */
    @Test
    final void a_huge_input_costs_no_memory() {
        byte[] spaces = new byte[HUGE];
        SignedDocument huge = new SignedDocument(Bytes.of(spaces));
        EvidenceVerifier verifier = verifier();

        long before = allocated();
        EvidenceResult result = verifier.verify(huge, NOW);

        assertThat(allocated() - before).isLessThan(FEW_BYTES);
        assertThat(result.verdict()).isEqualTo(EvidenceVerdict.UNREADABLE);
    }

    /** If it fails, check what is logged and printed. */
    @Test
    final void nothing_of_the_document_is_logged_or_printed() {
        SignedDocument document = document(SIGNED, "9800000002", "asha@example.in");
        try (LogCapture log = LogCapture.start()) {
            EvidenceResult result = verifier().verify(document, NOW);

            assertThat(result + " " + result.holder() + " " + result.evidence() + " " + document + " " + log.lines())
                    .doesNotContain("Asha", "9800000002", "asha@example.in", "Abc@123", "Poi", "Shivajinagar");
        }
    }

    /** If it fails, check that the list names each certificate that is trusted. */
    @Test
    final void every_trusted_signer_is_listed() {
        assertThat(verifier().signers())
                .extracting(trusted -> trusted.signer().fingerprint())
                .contains(fingerprint(TRUSTED), fingerprint(FORMER), fingerprint(COMING))
                .doesNotContain(fingerprint(STRANGER));
    }

    private EvidenceVerifier verifier() {
        return verifierTrusting(List.of(TRUSTED.certificate(), FORMER.certificate(), COMING.certificate()));
    }

    private EvidenceVerdict verdict(String xml) {
        EvidenceResult result = verify(xml);
        assertThat(result.digest()).isEqualTo(EvidenceDigest.of(utf8(xml)));
        return result.verdict();
    }

    private EvidenceResult verify(String xml) {
        return verifier().verify(document(xml), NOW);
    }

    private EvidenceResult aged(Duration maxAge) {
        SignedDocument document = new SignedDocument(
                utf8(SIGNED), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(maxAge));
        return verifier().verify(document, NOW);
    }

    private Evidence evidence(String mobile, String email) {
        return verifier()
                .verify(document(SIGNED, mobile, email), NOW)
                .evidence()
                .orElseThrow();
    }

    private static SignedDocument document(String xml) {
        return new SignedDocument(utf8(xml));
    }

    private static SignedDocument document(String xml, String mobile, String email) {
        return new SignedDocument(
                utf8(xml),
                Optional.of(ShareCode.parse("Abc@123").get()),
                Optional.of(MobileNumber.parse(mobile).get()),
                Optional.of(EmailAddress.parse(email).get()),
                Optional.empty());
    }

    private static void isOfAsha(Evidence evidence) {
        assertThat(evidence.kind()).isEqualTo(EvidenceKind.OFFLINE_XML);
        assertThat(evidence.signer().name()).isEqualTo("DS Test Authority 1");
        assertThat(evidence.signer().fingerprint()).isEqualTo(fingerprint(TRUSTED));
        assertThat(evidence.generatedAt()).contains(GENERATED_AT);
        assertThat(evidence.digest()).isEqualTo(EvidenceDigest.of(utf8(SIGNED)));
    }

    private static AadhaarHolder asha() {
        return new AadhaarHolder(
                "Asha Test Rao",
                BirthDate.ofDate(LocalDate.of(1990, 2, 1)),
                Gender.FEMALE,
                new Address(Map.ofEntries(
                        Map.entry(Address.Part.CARE_OF, "D/O Test Rao"),
                        Map.entry(Address.Part.HOUSE, "12"),
                        Map.entry(Address.Part.STREET, "Raj Bhavan Road"),
                        Map.entry(Address.Part.LOCALITY, "Shivajinagar"),
                        Map.entry(Address.Part.VTC, "Bengaluru"),
                        Map.entry(Address.Part.SUB_DISTRICT, "Bengaluru North"),
                        Map.entry(Address.Part.DISTRICT, "Bengaluru Urban"),
                        Map.entry(Address.Part.POST_OFFICE, "Bengaluru GPO"),
                        Map.entry(Address.Part.STATE, "Karnataka"),
                        Map.entry(Address.Part.PIN, "560001"),
                        Map.entry(Address.Part.COUNTRY, "India"))),
                Optional.of(new Photo(OfflineKyc.PHOTO, MediaType.JPEG)),
                MaskedNumber.ofAadhaar("7034"));
    }

    private static TestSigner signer(String from, String until) {
        return TestSigner.selfSigned(NAME, Instant.parse(from), Instant.parse(until));
    }

    private static String withId(OfflineKyc kyc) {
        return kyc.xml().replace("<UidData>", "<UidData Id=\"part\">");
    }

    private static String uidData(String xml) {
        return "<UidData" + between(xml, "<UidData", "</UidData>") + "</UidData>";
    }

    /** The evil document, with the signature moved into it and the document that it signs inside an Object. */
    private static String wrappedInObject(String evil) {
        String signature = "<Signature" + between(SIGNED, "<Signature", "</Signature>");
        String original = OfflineKyc.ASHA.xml();
        return evil.replace(
                "</OfflinePaperlessKyc>",
                signature + "<Object>" + original + "</Object></Signature></OfflinePaperlessKyc>");
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    private static String withoutProlog(String xml) {
        return xml.substring(xml.indexOf("?>") + 2);
    }

    private static EvidenceDigest fingerprint(TestSigner signer) {
        try {
            return EvidenceDigest.of(Bytes.of(signer.certificate().getEncoded()));
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes latin1(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
