package dev.kycport.ports.gateway;

import dev.kycport.domain.identity.VerifiedIdentity;

/** What a provider concludes when a code is submitted. */
public sealed interface CodeVerdict
        permits CodeVerdict.RightCode, CodeVerdict.WrongCode, CodeVerdict.CodeExpired, SessionLost {

    /** The answer that fits the verdict. */
    <R> R match(Cases<R> cases);

    /** The code is right; this is the person, cut down to what may be kept. */
    record RightCode(VerifiedIdentity identity) implements CodeVerdict {
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

    /** One answer a verdict. */
    interface Cases<R> {
        R right(RightCode verdict);

        R wrong();

        R expired();

        R sessionLost();
    }
}
