package dev.kycport.domain.evidence;

/** The kinds of signed document that a person or a vendor can hand over. */
public enum EvidenceKind {
    /** Aadhaar Paperless Offline e-KYC: an XML, usually in a ZIP that the share code opens; signed by UIDAI. */
    OFFLINE_XML("offline-xml"),
    /** The Secure QR on an Aadhaar letter, card or e-Aadhaar; signed by UIDAI. */
    SECURE_QR("secure-qr"),
    /** The eAadhaar XML that DigiLocker issues; signed by the National e-Governance Division. */
    DIGILOCKER_XML("digilocker-xml");

    private final String code;

    EvidenceKind(String code) {
        this.code = code;
    }

    /** The name used in reports, such as {@code secure-qr}. */
    public String code() {
        return code;
    }
}
