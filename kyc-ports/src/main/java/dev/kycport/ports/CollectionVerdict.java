package dev.kycport.ports;

import dev.kycport.domain.identity.VerifiedIdentity;

/** What a provider concludes when the shared documents are fetched. */
public sealed interface CollectionVerdict
        permits CollectionVerdict.Collected, CollectionVerdict.NothingShared, SessionLost {

    /** The answer that fits the verdict. */
    <R> R match(Cases<R> cases);

    /** This is the person, with the documents they shared. */
    record Collected(VerifiedIdentity identity) implements CollectionVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.collected(this);
        }
    }

    /** The person authorised the release and shared none of the documents asked for. */
    record NothingShared() implements CollectionVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nothingShared();
        }
    }

    /** One answer a verdict. */
    interface Cases<R> {
        R collected(Collected verdict);

        R nothingShared();

        R sessionLost();
    }
}
