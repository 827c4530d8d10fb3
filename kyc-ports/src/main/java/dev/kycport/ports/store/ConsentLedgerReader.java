package dev.kycport.ports.store;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The ledger as a book that people read: auditors, and those whose consents stand in it. Reads only; safe for use by many
 * threads.
 */
public interface ConsentLedgerReader {

    /**
     * Every consent that person was ever asked for, oldest first.
     *
     * @throws StoreUnavailableException if the ledger cannot be read
     */
    List<ConsentId> findConsents(SubjectRef subject);

    /**
     * Every session that was opened with that consent and is still kept, oldest first.
     *
     * @throws StoreUnavailableException if the sessions cannot be read
     */
    List<SessionId> findSessions(ConsentId consent);

    /**
     * Shows every link of every chain, chain by chain and in order, without holding them in memory at once.
     *
     * @throws StoreUnavailableException if the ledger cannot be read
     */
    void readAll(Consumer<Entry> reader);

    /**
     * Computes every chain anew and compares it with what is stored: a link that was changed, taken out or moved shows.
     *
     * @throws StoreUnavailableException if the ledger cannot be read
     */
    ChainVerification verifyChains();

    /**
     * One link as it is stored.
     *
     * @param position from 0 within the consent
     * @param hash SHA-256 over the link and the hash before it, in hexadecimal
     */
    record Entry(ConsentEvent event, int position, String hash) {}

    /**
     * What a verification found.
     *
     * @param firstBreak the first link that is not as it was written
     */
    record ChainVerification(long consents, long entries, Optional<ChainBreak> firstBreak) {}

    /**
     * Where a chain is broken.
     *
     * @param consent as it stands in the row, which may be damaged itself
     * @param reason what is wrong, in a sentence without data
     */
    record ChainBreak(String consent, int position, String reason) {}
}
