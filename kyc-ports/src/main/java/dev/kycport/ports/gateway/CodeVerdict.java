package dev.kycport.ports.gateway;

import dev.kycport.domain.identity.IdentityPart;
import dev.kycport.domain.identity.VerifiedIdentity;
import java.util.Set;

/** The provider's verdict on a submitted code. */
public sealed interface CodeVerdict
        permits CodeVerdict.RightCode, CodeVerdict.WrongCode, CodeVerdict.CodeExpired, SessionLost {

    /** Calls the case of this verdict. */
    <R> R match(Cases<R> cases);

    /**
     * The code is right.
     *
     * @param identity the person, without the fields that must not be kept
     * @param leftOut the optional parts that came in an unexpected form; they are noted in the audit trail
     */
    record RightCode(VerifiedIdentity identity, Set<IdentityPart> leftOut) implements CodeVerdict {

        public RightCode {
            leftOut = Set.copyOf(leftOut);
        }

        /** Nothing was left out. */
        public RightCode(VerifiedIdentity identity) {
            this(identity, Set.of());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.right(this);
        }
    }

    /** The code is wrong. */
    record WrongCode() implements CodeVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.wrong();
        }
    }

    /** The code is too old. */
    record CodeExpired() implements CodeVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.expired();
        }
    }

    /** One method for each verdict. */
    interface Cases<R> {
        R right(RightCode verdict);

        R wrong();

        R expired();

        R sessionLost();
    }
}
