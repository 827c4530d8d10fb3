package dev.kycport.domain.identity;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;

/**
 * A document as its issuer put it into DigiLocker.
 *
 * @param type which document
 * @param issuer who issued it, in DigiLocker's words; empty if not told
 * @param content the file as it is
 * @param mediaType found from its first bytes
 */
public record IssuedDocument(DocumentType type, String issuer, Bytes content, MediaType mediaType) {

    @Override
    public String toString() {
        return "IssuedDocument[" + type.code() + "]";
    }
}
