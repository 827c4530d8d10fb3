package dev.kycport.domain.consent;

import java.time.Duration;
import java.time.Instant;

/** One link in the chain of what happened to a consent: what a ledger stores, in order, and never changes. */
public sealed interface ConsentEvent {

    /** Which consent. */
    ConsentId consent();

    /** When. */
    Instant at();

    /** The notice was shown. Always the first link. */
    record WasAsked(ConsentId consent, Instant at, ConsentTerms terms) implements ConsentEvent {}

    /**
     * The person agreed.
     *
     * @param validFor for how long
     */
    record WasGiven(ConsentId consent, Instant at, ConsentMethod method, Duration validFor) implements ConsentEvent {}

    /** The person did not agree. */
    record WasDeclined(ConsentId consent, Instant at) implements ConsentEvent {}

    /** A provider is about to be called under it. */
    record WasUsed(ConsentId consent, Instant at, ConsentUse use) implements ConsentEvent {}

    /** The person took it back. */
    record WasWithdrawn(ConsentId consent, Instant at) implements ConsentEvent {}

    /** Its time ran out. */
    record HasExpired(ConsentId consent, Instant at) implements ConsentEvent {}
}
