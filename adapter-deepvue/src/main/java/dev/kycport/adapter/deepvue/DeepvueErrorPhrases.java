package dev.kycport.adapter.deepvue;

import java.util.Set;

/**
 * What Deepvue's texts are searched for where its codes leave open what is meant, in lower case. None of it is documented:
 * they are the words of the replies seen so far and of the look-alike upstreams. A text that speaks of nothing here decides
 * nothing.
 */
final class DeepvueErrorPhrases {

    /** An {@code INVALID_INPUT} to generate-otp of V1 is about the captcha. */
    static final Set<String> CAPTCHA = Set.of("captcha");

    /** Deepvue's side of the session is gone. */
    static final Set<String> SESSION = Set.of("session", "reference", "ref_id", "refid", "ref id", "ref-id", "ref. id");

    /** The code is too old. */
    static final Set<String> CODE_EXPIRED =
            Set.of("expir", "timeout", "time out", "timed out", "no longer valid", "validity", "lapsed");

    /** An {@code INVALID_INPUT} to generate-otp is about the number itself. */
    static final Set<String> AADHAAR_NUMBER = Set.of("uid", "aadhaar", "aadhar", "number", "pattern");

    /** It is about how often somebody tried, even where it names the number. */
    static final Set<String> TOO_MANY_ATTEMPTS = Set.of("attempt", "exceed", "limit", "too many");

    /** The host's part of the request is wrong, not the person's. */
    static final Set<String> HOST_FIELDS = Set.of("purpose", "consent");

    /** A 400 that is about the credentials. */
    static final Set<String> INACTIVE_CLIENT = Set.of("inactive client");

    /** The error that a return brings is the person's own refusal. */
    static final Set<String> USER_DENIED = Set.of("denied", "declined", "refused", "rejected", "cancel");

    /** The same, where it is the parameter's name that says so. */
    static final Set<String> TRUE_VALUES = Set.of("1", "true", "yes", "y");

    private DeepvueErrorPhrases() {}
}
