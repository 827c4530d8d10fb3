package dev.kycport.adapter.accuauth;

import java.util.Set;

/** What AccuAuth's reasons, which are free text, are searched for, in lower case. Only the number's is documented. */
final class AccuauthPhrases {

    static final Set<String> NUMBER = Set.of("aadhaar");

    static final Set<String> CODE = Set.of("otp", "one time password", "one-time password");

    static final Set<String> EXPIRY = Set.of("expire", "expiry", "timed out", "too old", "no longer valid");

    /** AccuAuth's side of the session is gone. */
    static final Set<String> SESSION = Set.of("client_id", "client id", "clientid", "session");

    private AccuauthPhrases() {}
}
