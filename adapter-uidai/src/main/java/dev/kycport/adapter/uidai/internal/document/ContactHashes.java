package dev.kycport.adapter.uidai.internal.document;

import java.util.Optional;

/**
 * The contact hashes of a document.
 *
 * @param mobile of the registered mobile number, in hexadecimal
 * @param email of the registered e-mail address
 * @param lastDigit of the Aadhaar number: how often the hash is repeated
 * @param withShareCode whether the share code is hashed along, as in the offline XML
 */
public record ContactHashes(Optional<String> mobile, Optional<String> email, int lastDigit, boolean withShareCode) {

    /** A document without contact hashes. */
    public static final ContactHashes NONE = new ContactHashes(Optional.empty(), Optional.empty(), 0, false);

    @Override
    public String toString() {
        return "ContactHashes[hidden]";
    }
}
