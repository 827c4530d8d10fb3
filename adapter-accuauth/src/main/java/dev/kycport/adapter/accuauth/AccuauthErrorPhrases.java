package dev.kycport.adapter.accuauth;

import java.util.Set;

/** What AccuAuth's reasons, which are free text, are searched for, in lower case. Only {@code aadhaar_no} is documented. */
final class AccuauthErrorPhrases {

    /** What we always send did not arrive: the body came in another format than they read. */
    static final Set<String> MISSING_FIELD = Set.of("missing");

    /** No mobile is linked; that one could not be reached is no such thing. */
    static final Set<String> MOBILE_NOT_LINKED = Set.of(
            "not linked",
            "unlinked",
            "no linked",
            "no mobile",
            "without mobile",
            "mobile not registered",
            "mobile is not registered",
            "mobile number not registered",
            "mobile number is not registered");

    /** There is no such number. The source behind AccuAuth goes by the name of Aadhaar, too. */
    static final Set<String> AADHAAR_NUMBER =
            Set.of("aadhaar_no", "aadhaar number", "invalid aadhaar", "not a valid aadhaar");

    static final Set<String> CODE = Set.of("otp", "one time password", "one-time password");

    /** The code itself is meant, though the reason may also tell which client id it was for. */
    static final Set<String> CODE_REJECTED = Set.of("otp_code", "match", "incorrect otp");

    static final Set<String> CODE_EXPIRED = Set.of("expire", "expiry", "timed out", "too old", "no longer valid");

    /** By which the code is verified. */
    static final Set<String> CLIENT_ID = Set.of("client_id", "client id", "clientid");

    /** AccuAuth's side of the session. */
    static final Set<String> SESSION = Set.of("session");

    private AccuauthErrorPhrases() {}
}
