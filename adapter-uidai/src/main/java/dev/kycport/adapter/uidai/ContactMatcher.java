package dev.kycport.adapter.uidai;

import dev.kycport.adapter.uidai.internal.document.ContactHashes;
import dev.kycport.adapter.uidai.internal.document.ParsedDocument;
import dev.kycport.domain.evidence.ContactMatch;
import dev.kycport.domain.evidence.ShareCode;
import dev.kycport.ports.evidence.SignedDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares contact data with a document's hashes. UIDAI hashes the number followed by the share code with SHA-256, and the
 * hexadecimal result again, as often in total as the last digit of the Aadhaar number says; 0 and 1 both mean once.
 */
final class ContactMatcher {

    private final SignedDocument document;
    private final ContactHashes hashes;

    ContactMatcher(SignedDocument document, Optional<ParsedDocument> reading) {
        this.document = document;
        this.hashes = reading.map(ParsedDocument::hashes).orElse(ContactHashes.NONE);
    }

    ContactMatch mobile() {
        return document.mobile()
                .map(mobile -> isHash(hashes.mobile(), repeated(mobile.reveal())) ? ContactMatch.YES : ContactMatch.NO)
                .orElse(ContactMatch.NOT_ASKED);
    }

    /** UIDAI's FAQ 10734 hashes an e-mail address once and alone; its own tools have hashed it like a number. */
    ContactMatch email() {
        return document.email().map(email -> email(email.reveal())).orElse(ContactMatch.NOT_ASKED);
    }

    private ContactMatch email(String address) {
        if (isHash(hashes.email(), repeated(address))) {
            return ContactMatch.YES;
        }
        return isHash(hashes.email(), sha256(address)) ? ContactMatch.YES_PLAIN : ContactMatch.NO;
    }

    private String repeated(String contact) {
        String hash = sha256(contact + shareCode());
        for (int round = 1; round < hashes.lastDigit(); round++) {
            hash = sha256(hash);
        }
        return hash;
    }

    private String shareCode() {
        return hashes.withShareCode()
                ? document.shareCode().map(ShareCode::reveal).orElse("")
                : "";
    }

    private static boolean isHash(Optional<String> expected, String hash) {
        return expected.filter(hex -> MessageDigest.isEqual(ascii(hex.toLowerCase(Locale.ROOT)), ascii(hash)))
                .isPresent();
    }

    private static byte[] ascii(String hex) {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
