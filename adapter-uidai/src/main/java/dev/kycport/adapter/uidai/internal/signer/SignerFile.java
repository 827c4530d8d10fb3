package dev.kycport.adapter.uidai.internal.signer;

import dev.kycport.domain.evidence.EvidenceSigner;
import dev.kycport.domain.evidence.SignerPurpose;
import dev.kycport.domain.evidence.TrustedSigner;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Reads a file of certificates in PEM. Lines before each one say what it is trusted for, and may narrow or widen its period:
 *
 * <pre>
 * # a comment
 * purpose: offline-xml, secure-qr
 * from: 2029-01-15T00:00:00Z
 * until: 2032-01-15T00:00:00Z
 * -----BEGIN CERTIFICATE-----
 * </pre>
 */
public final class SignerFile {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;

    private final String name;
    private final boolean shipped;
    private final List<SignerEntry> entries = new ArrayList<>();

    private Set<SignerPurpose> purposes = EnumSet.noneOf(SignerPurpose.class);
    private Optional<Instant> from = Optional.empty();
    private Optional<Instant> until = Optional.empty();
    private Optional<StringBuilder> pem = Optional.empty();
    private int line;

    public SignerFile(String name, boolean shipped) {
        this.name = name;
        this.shipped = shipped;
    }

    public List<SignerEntry> read(String text) {
        text.lines().forEach(this::readLine);
        if (pem.isPresent() || !purposes.isEmpty()) {
            throw problem("ends before the certificate does");
        }
        if (entries.isEmpty()) {
            throw problem("has no certificate");
        }
        return List.copyOf(entries);
    }

    private void readLine(String raw) {
        line++;
        String text = raw.strip();
        if (pem.isPresent()) {
            readBase64(text, pem.get());
        } else if (text.equals(BEGIN)) {
            pem = Optional.of(new StringBuilder());
        } else if (!text.isEmpty() && !text.startsWith("#")) {
            readTag(text);
        }
    }

    private void readTag(String text) {
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1).strip();
        switch (text.substring(0, Math.max(colon, 0))) {
            case "purpose" -> purposes = purposes(value);
            case "from" -> from = Optional.of(instant(value));
            case "until" -> until = Optional.of(instant(value));
            default -> throw problem("must be purpose:, from:, until:, a comment with #, or a certificate in PEM");
        }
    }

    private void readBase64(String text, StringBuilder base64) {
        if (text.equals(END)) {
            entries.add(entry(certificate(base64.toString())));
            purposes = EnumSet.noneOf(SignerPurpose.class);
            from = Optional.empty();
            until = Optional.empty();
            pem = Optional.empty();
        } else {
            base64.append(text);
        }
    }

    private X509Certificate certificate(String base64) {
        try {
            return Certificates.parse(Base64.getDecoder().decode(base64))
                    .orElseThrow(() -> problem("ends a certificate that cannot be read"));
        } catch (IllegalArgumentException notBase64) {
            throw problem("ends a certificate that cannot be read");
        }
    }

    private SignerEntry entry(X509Certificate certificate) {
        if (purposes.isEmpty()) {
            throw problem("ends a certificate without a purpose: line before it");
        }
        boolean signs = purposes.contains(SignerPurpose.OFFLINE_XML) || purposes.contains(SignerPurpose.SECURE_QR);
        if (signs && !hasUsableKey(certificate)) {
            throw problem("ends a certificate whose key is not RSA of 2048 to 8192 bits");
        }
        Instant begin = from.orElse(certificate.getNotBefore().toInstant());
        Instant end = until.orElse(certificate.getNotAfter().toInstant());
        if (end.isBefore(begin)) {
            throw problem("ends a certificate whose period ends before it begins");
        }
        return new SignerEntry(
                certificate,
                new TrustedSigner(
                        new EvidenceSigner(
                                Certificates.commonName(certificate),
                                Certificates.fingerprint(certificate),
                                begin,
                                end),
                        purposes,
                        shipped));
    }

    private static boolean hasUsableKey(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof RSAPublicKey key
                && key.getModulus().bitLength() >= MIN_RSA_BITS
                && key.getModulus().bitLength() <= MAX_RSA_BITS;
    }

    private Set<SignerPurpose> purposes(String value) {
        Set<SignerPurpose> named = EnumSet.noneOf(SignerPurpose.class);
        StringTokenizer codes = new StringTokenizer(value, ", ");
        while (codes.hasMoreTokens()) {
            named.add(SignerPurpose.fromCode(codes.nextToken())
                    .orElseThrow(() -> problem("names a purpose that is none of offline-xml, secure-qr,"
                            + " digilocker-root, digilocker-intermediate")));
        }
        if (named.isEmpty()) {
            throw problem("must name at least one purpose");
        }
        return named;
    }

    private Instant instant(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException noInstant) {
            throw problem("must be an instant such as 2029-01-15T00:00:00Z");
        }
    }

    private IllegalArgumentException problem(String what) {
        return new IllegalArgumentException(name + ", line " + line + ": " + what);
    }
}
