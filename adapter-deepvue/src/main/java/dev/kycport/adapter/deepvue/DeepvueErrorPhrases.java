package dev.kycport.adapter.deepvue;

import java.util.Set;

/** Error values of a DigiLocker callback, in lower case. Deepvue documents none of them. */
final class DeepvueErrorPhrases {

    /** The person refused. */
    static final Set<String> USER_DENIED = Set.of("denied", "declined", "refused", "rejected", "cancel");

    /** The person refused, if only the parameter's name says so. */
    static final Set<String> TRUE_VALUES = Set.of("1", "true", "yes", "y");

    private DeepvueErrorPhrases() {}
}
