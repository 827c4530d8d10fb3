package dev.kycport.ports.gateway;

import dev.kycport.domain.identity.IdentityPart;
import dev.kycport.domain.identity.VerifiedIdentity;
import java.util.Set;

/** The provider's verdict on the request to fetch the shared documents. */
public sealed interface DocumentsVerdict
        permits DocumentsVerdict.DocumentsFetched, DocumentsVerdict.NothingShared, SessionLost {

    /** Calls the case of this verdict. */
    <R> R match(Cases<R> cases);

    /**
     * The person shared something.
     *
     * @param identity the person, with the documents they shared
     * @param leftOut the optional parts that came in an unexpected form; they are noted in the audit trail
     */
    record DocumentsFetched(VerifiedIdentity identity, Set<IdentityPart> leftOut) implements DocumentsVerdict {

        public DocumentsFetched {
            leftOut = Set.copyOf(leftOut);
        }

        /** Nothing was left out. */
        public DocumentsFetched(VerifiedIdentity identity) {
            this(identity, Set.of());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.documentsFetched(this);
        }
    }

    /** The person authorized the release, but shared none of the requested documents. */
    record NothingShared() implements DocumentsVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nothingShared();
        }
    }

    /** One method for each verdict. */
    interface Cases<R> {
        R documentsFetched(DocumentsFetched verdict);

        R nothingShared();

        R sessionLost();
    }
}
