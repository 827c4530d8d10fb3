package dev.kycport.ports;

import dev.kycport.domain.identity.VerifiedIdentity;

/** What a provider concludes when the shared documents are fetched. */
public sealed interface CollectionVerdict
        permits CollectionVerdict.Collected, CollectionVerdict.NothingShared, SessionLost {

    /** This is the person, with the documents they shared. */
    record Collected(VerifiedIdentity identity) implements CollectionVerdict {}

    /** The person authorised the release and shared none of the documents asked for. */
    record NothingShared() implements CollectionVerdict {}
}
