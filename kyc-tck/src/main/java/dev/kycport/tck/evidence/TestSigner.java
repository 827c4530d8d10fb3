package dev.kycport.tck.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A signer with a new key, whom nobody trusts unless a test says so. */
public final class TestSigner {

    private static final int KEY_BITS = 2048;
    private static final int LINE = 64;

    private final KeyPair keys;
    private final X509Certificate certificate;

    private TestSigner(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** A signer that issues its own certificate, for signing documents. */
    public static TestSigner selfSigned(String subject, Instant from, Instant until) {
        KeyPair keys = newKeys();
        return new TestSigner(
                keys,
                certificate(keys, keys, subject, new X500Name(subject), new Period(from, until), List.of(), false));
    }

    /** A root authority. */
    public static TestSigner root(String subject, Instant from, Instant until) {
        KeyPair keys = newKeys();
        return new TestSigner(
                keys,
                certificate(keys, keys, subject, new X500Name(subject), new Period(from, until), List.of(), true));
    }

    /** An authority below this one. */
    public TestSigner issueAuthority(String subject, Instant from, Instant until, List<String> policies) {
        return issue(subject, new Period(from, until), policies, true);
    }

    /** A signer whose certificate this authority issues. */
    public TestSigner issueSigner(String subject, Instant from, Instant until, List<String> policies) {
        return issue(subject, new Period(from, until), policies, false);
    }

    /** Its certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Its private key. */
    public PrivateKey privateKey() {
        return keys.getPrivate();
    }

    /** Its certificate in PEM. */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A bare signature over these bytes: SHA256withRSA. */
    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private TestSigner issue(String subject, Period period, List<String> policies, boolean authority) {
        KeyPair own = newKeys();
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return new TestSigner(own, certificate(own, keys, subject, issuer, period, policies, authority));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509Certificate certificate(
            KeyPair own,
            KeyPair issuing,
            String subject,
            X500Name issuer,
            Period period,
            List<String> policies,
            boolean authority) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(period.from().toEpochMilli()),
                    Date.from(period.from()),
                    Date.from(period.until()),
                    new X500Name(subject),
                    own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
            if (!policies.isEmpty()) {
                builder.addExtension(Extension.certificatePolicies, false, policies(policies));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuing.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static CertificatePolicies policies(List<String> ids) {
        return new CertificatePolicies(ids.stream()
                .map(id -> new PolicyInformation(new ASN1ObjectIdentifier(id)))
                .toArray(PolicyInformation[]::new));
    }

    private record Period(Instant from, Instant until) {}
}
