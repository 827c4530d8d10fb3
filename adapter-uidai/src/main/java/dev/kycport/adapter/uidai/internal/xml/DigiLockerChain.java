package dev.kycport.adapter.uidai.internal.xml;

import dev.kycport.adapter.uidai.internal.signer.Certificates;
import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.domain.evidence.EvidenceSigner;
import dev.kycport.domain.evidence.SignerPurpose;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a certificate belongs to DigiLocker's document signer: issued below the root of India's certifying authorities, for
 * signing documents, to the National e-Governance Division. Any company can get a document signer's certificate below this
 * root, so the name is as important as the root. Nothing is fetched, so revocation is not checked.
 */
public final class DigiLockerChain {

    /** The policy of document signer certificates in the interoperability guidelines of the CCA, India. */
    private static final String DOCUMENT_SIGNER = "2.16.356.100.10.1";

    private static final String OWNER = "NATIONAL E-GOVERNANCE DIVISION";
    private static final Pattern NAME = Pattern.compile("DS NATIONAL E-GOVERNANCE DIVISION( [0-9]{1,3})?");
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 4096;
    private static final int MAX_INTERMEDIATES = 4;

    private final TrustStore trust;

    public DigiLockerChain(TrustStore trust) {
        this.trust = trust;
    }

    /** Bounds the work that a certificate from nowhere can cause. */
    public static boolean hasUsableKey(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof RSAPublicKey key
                && key.getModulus().bitLength() >= MIN_RSA_BITS
                && key.getModulus().bitLength() <= MAX_RSA_BITS
                && key.getPublicExponent().bitLength() <= Integer.SIZE;
    }

    public static EvidenceSigner signer(X509Certificate certificate) {
        return new EvidenceSigner(
                Certificates.commonName(certificate),
                Certificates.fingerprint(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** That time, moved into the certificate's period if it lies outside. */
    public static Instant withinPeriod(X509Certificate certificate, Instant time) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        if (time.isBefore(from)) {
            return from;
        }
        return time.isAfter(until) ? until : time;
    }

    /** Whether the owner is DigiLocker and the key may sign documents; says nothing about who issued the certificate. */
    public boolean isDocumentSigner(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null
                && usage[0]
                && certificate.getBasicConstraints() < 0
                && Certificates.subject(certificate, "O")
                        .filter(owner -> owner.toUpperCase(Locale.ROOT).equals(OWNER))
                        .isPresent()
                && NAME.matcher(Certificates.commonName(certificate).toUpperCase(Locale.ROOT))
                        .matches();
    }

    /** Whether the certificate chained to a trusted root at that time, for signing DigiLocker's documents. */
    public boolean isTrusted(X509Certificate leaf, List<X509Certificate> claimed, Instant then) {
        Set<TrustAnchor> roots = trust.of(SignerPurpose.DIGILOCKER_ROOT).stream()
                .filter(entry -> entry.signer().isValidAt(then))
                .map(entry -> new TrustAnchor(entry.certificate(), null))
                .collect(Collectors.toSet());
        return !roots.isEmpty() && isDocumentSigner(leaf) && hasPath(leaf, claimed, roots, then);
    }

    private boolean hasPath(X509Certificate leaf, List<X509Certificate> claimed, Set<TrustAnchor> roots, Instant then) {
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(leaf);
            target.setPolicy(Set.of(DOCUMENT_SIGNER));
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(roots, target);
            parameters.setDate(Date.from(then));
            parameters.setRevocationEnabled(false);
            parameters.setMaxPathLength(MAX_INTERMEDIATES);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(intermediates(claimed))));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException | IOException noPath) {
            return false;
        }
    }

    private List<X509Certificate> intermediates(List<X509Certificate> claimed) {
        List<X509Certificate> all = new ArrayList<>(claimed);
        trust.of(SignerPurpose.DIGILOCKER_INTERMEDIATE).forEach(entry -> all.add(entry.certificate()));
        return all;
    }
}
