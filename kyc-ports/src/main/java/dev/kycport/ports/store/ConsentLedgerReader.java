package dev.kycport.ports.store;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the consent ledger for auditors, operators and the persons concerned. Thread-safe. */
public interface ConsentLedgerReader {

    /**
     * All consents that this person was asked for, oldest first.
     *
     * @throws StoreUnavailableException if the ledger cannot be read
     */
    List<ConsentId> findConsents(SubjectRef subject);

    /**
     * All stored sessions that were opened with this consent, oldest first.
     *
     * @throws StoreUnavailableException if the sessions cannot be read
     */
    List<SessionId> findSessions(ConsentId consent);

    /**
     * Passes every entry to the reader, chain by chain and in order, without loading them all into memory.
     *
     * @throws StoreUnavailableException if the ledger cannot be read
     */
    void readAll(Consumer<Entry> reader);

    /**
     * Computes all hash chains again and compares them with the stored hashes. Finds an entry that was changed, removed
     * or moved.
     *
     * @throws StoreUnavailableException if the ledger cannot be read
     */
    ChainVerification verifyChains();

    /**
     * A stored entry.
     *
     * @param position within the consent, from 0
     * @param hash SHA-256 over the entry and the previous hash, in hexadecimal
     */
    record Entry(ConsentEvent event, int position, String hash) {}

    /**
     * The result of a verification.
     *
     * @param consents how many chains were verified
     * @param entries how many entries were verified
     * @param firstBreak the first entry that is not as it was written
     */
    record ChainVerification(long consents, long entries, Optional<ChainBreak> firstBreak) {}

    /**
     * Where a chain is broken.
     *
     * @param consent the id in the row, which may itself be damaged
     * @param position of the entry
     * @param reason what is wrong, in one sentence without data
     */
    record ChainBreak(String consent, int position, String reason) {}
}
