package dev.kycport.ports.gateway;

import dev.kycport.domain.identity.VerifiedIdentity;

/** What a provider concludes when the shared documents are fetched. */
public sealed interface DocumentsVerdict
        permits DocumentsVerdict.DocumentsFetched, DocumentsVerdict.NothingShared, SessionLost {

    /** The answer that fits the verdict. */
    <R> R match(Cases<R> cases);

    /** This is the person, with the documents they shared. */
    record DocumentsFetched(VerifiedIdentity identity) implements DocumentsVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.documentsFetched(this);
        }
    }

    /** The person authorised the release and shared none of the documents asked for. */
    record NothingShared() implements DocumentsVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nothingShared();
        }
    }

    /** One answer a verdict. */
    interface Cases<R> {
        R documentsFetched(DocumentsFetched verdict);

        R nothingShared();

        R sessionLost();
    }
}
