package dev.kycport.adapter.uidai.internal.document;

import dev.kycport.domain.identity.AadhaarHolder;
import java.time.Instant;
import java.util.Optional;

/**
 * What a signed document says.
 *
 * @param generatedAt when the issuer made it
 * @param endsAt until when the issuer lets it be used, if it says so
 * @param holder whom it describes
 * @param hashes of the contact data that the person registered
 */
public record ParsedDocument(
        Instant generatedAt, Optional<Instant> endsAt, AadhaarHolder holder, ContactHashes hashes) {

    @Override
    public String toString() {
        return "ParsedDocument[" + generatedAt + "]";
    }
}
