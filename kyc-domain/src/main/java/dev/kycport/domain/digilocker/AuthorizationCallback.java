package dev.kycport.domain.digilocker;

import java.util.function.Function;

/** The content of a return from DigiLocker, as the provider's adapter parsed it. */
public sealed interface AuthorizationCallback {

    /** The state in the return, not yet compared with ours. */
    String state();

    /** Applies the function for its kind. */
    <R> R match(Function<Granted, R> granted, Function<Refused, R> refused);

    /** The person authorized the release. */
    record Granted(String state, AuthorizationCode code) implements AuthorizationCallback {
        @Override
        public <R> R match(Function<Granted, R> granted, Function<Refused, R> refused) {
            return granted.apply(this);
        }

        @Override
        public String toString() {
            return "Granted[hidden]";
        }
    }

    /**
     * The person did not authorize it.
     *
     * @param nothingShared whether they authorized the release, but of no document
     */
    record Refused(String state, boolean nothingShared) implements AuthorizationCallback {

        /** They refused. */
        public Refused(String state) {
            this(state, false);
        }

        @Override
        public <R> R match(Function<Granted, R> granted, Function<Refused, R> refused) {
            return refused.apply(this);
        }

        @Override
        public String toString() {
            return "Refused[hidden]";
        }
    }
}
