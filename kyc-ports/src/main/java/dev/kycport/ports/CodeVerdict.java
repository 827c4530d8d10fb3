package dev.kycport.ports;

import dev.kycport.domain.identity.VerifiedIdentity;

/** What a provider concludes when a code is submitted. */
public sealed interface CodeVerdict
        permits CodeVerdict.RightCode, CodeVerdict.WrongCode, CodeVerdict.CodeExpired, SessionLost {

    /** The code is right; this is the person, cut down to what may be kept. */
    record RightCode(VerifiedIdentity identity) implements CodeVerdict {}

    /** The code is wrong. */
    record WrongCode() implements CodeVerdict {}

    /** The code is too old. */
    record CodeExpired() implements CodeVerdict {}
}
