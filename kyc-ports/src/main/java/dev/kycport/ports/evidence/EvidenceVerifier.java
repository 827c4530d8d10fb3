package dev.kycport.ports.evidence;

import dev.kycport.domain.evidence.TrustedSigner;
import java.time.Instant;
import java.util.List;

/** Checks documents that UIDAI or DigiLocker signed. Asks nobody: the signers it trusts are on this machine. Thread-safe. */
public interface EvidenceVerifier {

    /**
     * Checks a document and reads it. Implementations keep this order, because each step is safe only after those before it:
     *
     * <ol>
     *   <li>the size, before anything is decoded; whatever grows when decoded has a limit of its own
     *   <li>the structure: exactly one signature, which covers the whole document and nothing else, by algorithms on an
     *       allow-list; no DOCTYPE is followed, and nothing is fetched
     *   <li>the signature, by a key from the trust store. A key in the document itself is never trusted
     *   <li>the signer's period, which must contain the time at which the document was made
     *   <li>the layout; an unknown one is not guessed at
     *   <li>the fields, read from the very bytes or nodes that the signature covers
     *   <li>the age, then the contact data
     * </ol>
     *
     * <p>Nothing of the document, the share code, the mobile number or the e-mail address is stored, logged or part of the
     * result, except the person whom a genuine document describes.
     *
     * @param document any bytes, of any size; what is not a document that can be checked is {@code unreadable}
     * @param now for the document's age
     * @return always a verdict, in bounded time and memory. A changed document is {@code altered}, not {@code unreadable},
     *     wherever the change can be told from damage
     */
    EvidenceResult verify(SignedDocument document, Instant now);

    /** Every certificate that is trusted, and for what. */
    List<TrustedSigner> signers();
}
