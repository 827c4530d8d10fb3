package dev.kycport.adapter.uidai.internal.signer;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.evidence.EvidenceDigest;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Reads certificates and what they say about their owner. */
public final class Certificates {

    private Certificates() {}

    /** The certificate with this encoding; empty if it is none. */
    public static Optional<X509Certificate> parse(byte[] der) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der))
                            instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (CertificateException notOne) {
            return Optional.empty();
        }
    }

    public static EvidenceDigest fingerprint(X509Certificate certificate) {
        try {
            return EvidenceDigest.of(Bytes.of(certificate.getEncoded()));
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that was read has an encoding", impossible);
        }
    }

    public static String commonName(X509Certificate certificate) {
        return subject(certificate, "CN").orElse("(no name)");
    }

    /** The subject's attribute of this type; empty if there is none or more than one. */
    public static Optional<String> subject(X509Certificate certificate, String type) {
        try {
            String found = null;
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase(type)) {
                    if (found != null) {
                        return Optional.empty();
                    }
                    found = part.getValue().toString();
                }
            }
            return Optional.ofNullable(found);
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
    }
}
