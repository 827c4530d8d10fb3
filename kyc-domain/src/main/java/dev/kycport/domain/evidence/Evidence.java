package dev.kycport.domain.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a document whose signature was checked here: enough to prove the check years later, and nothing about the
 * person.
 *
 * @param kind which kind of document
 * @param layout the layout's version as the document names it, such as {@code V2}
 * @param signer whose signature it is
 * @param generatedAt when the issuer made the document; empty if the layout is not known
 * @param digest of the file as it was handed in
 * @param mobile whether the mobile number that was given is the registered one
 * @param email whether the e-mail address that was given is the registered one
 */
public record Evidence(
        EvidenceKind kind,
        String layout,
        EvidenceSigner signer,
        Optional<Instant> generatedAt,
        EvidenceDigest digest,
        ContactMatch mobile,
        ContactMatch email) {}
