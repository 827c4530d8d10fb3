package dev.kycport.ports.evidence;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.evidence.EmailAddress;
import dev.kycport.domain.evidence.MobileNumber;
import dev.kycport.domain.evidence.ShareCode;
import java.time.Duration;
import java.util.Optional;

/**
 * A document to check, with what the person gave beside it. Prints no more than its size.
 *
 * @param content the file as it was handed in: an offline e-KYC ZIP or XML, the digits of a Secure QR, an image of one, or a
 *     DigiLocker eAadhaar XML
 * @param shareCode opens a ZIP, and is part of its contact hashes
 * @param mobile to be compared with the registered one
 * @param email to be compared with the registered one
 * @param maxAge how old the document may be; empty if its age does not matter
 */
public record SignedDocument(
        Bytes content,
        Optional<ShareCode> shareCode,
        Optional<MobileNumber> mobile,
        Optional<EmailAddress> email,
        Optional<Duration> maxAge) {

    /** A document alone, of any age. */
    public SignedDocument(Bytes content) {
        this(content, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "SignedDocument[" + content + "]";
    }
}
