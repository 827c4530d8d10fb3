package dev.kycport.domain.evidence;

import java.util.Arrays;
import java.util.Optional;

/** What a certificate is trusted for. A signer is trusted for what it is tagged with and nothing else. */
public enum SignerPurpose {
    /** Signs the offline e-KYC XML. */
    OFFLINE_XML("offline-xml"),
    /** Signs the Secure QR. */
    SECURE_QR("secure-qr"),
    /** The root above DigiLocker's signers: Controller of Certifying Authorities, India. */
    DIGILOCKER_ROOT("digilocker-root"),
    /** A certifying authority between that root and DigiLocker's signers; trusted only through the root. */
    DIGILOCKER_INTERMEDIATE("digilocker-intermediate");

    private final String code;

    SignerPurpose(String code) {
        this.code = code;
    }

    /** The name used in signer files and reports, such as {@code secure-qr}. */
    public String code() {
        return code;
    }

    /** The purpose with this {@link #code()}, or nothing. */
    public static Optional<SignerPurpose> fromCode(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code.equals(code))
                .findFirst();
    }
}
