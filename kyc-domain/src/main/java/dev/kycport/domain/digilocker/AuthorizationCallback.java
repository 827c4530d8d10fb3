package dev.kycport.domain.digilocker;

import java.util.function.Function;

/** What a return says, once the provider's adapter has read its parameters. */
public sealed interface AuthorizationCallback {

    /** The state it carries, not yet compared with ours. */
    String state();

    /** One of two answers. */
    <R> R match(Function<Granted, R> granted, Function<Refused, R> refused);

    /** The person authorised the release. */
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
     * The person did not.
     *
     * @param nothingShared whether they authorised it, but of no document
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
