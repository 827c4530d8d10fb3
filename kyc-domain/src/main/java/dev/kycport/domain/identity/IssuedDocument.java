package dev.kycport.domain.identity;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;

/**
 * A document as its issuer published it in DigiLocker.
 *
 * @param type which document
 * @param issuer the issuer, in DigiLocker's words; empty if unknown
 * @param content the file, unchanged
 * @param mediaType detected from its first bytes
 */
public record IssuedDocument(DocumentType type, String issuer, Bytes content, MediaType mediaType) {

    @Override
    public String toString() {
        return "IssuedDocument[" + type.code() + "]";
    }
}
