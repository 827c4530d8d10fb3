package dev.kycport.domain.failure;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The session cannot take this step. */
public sealed interface SessionRejection extends Rejection {

    /** There is no session of that name, or it was purged. */
    record Unknown() implements SessionRejection {
        @Override
        public String code() {
            return "session.unknown";
        }

        @Override
        public ResponsibleParty responsibleParty() {
            return ResponsibleParty.HOST;
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.RESTART;
        }

        @Override
        public String summary() {
            return "there is no such session";
        }
    }

    /**
     * The session has ended or is verified and takes no further step.
     *
     * @param reason why it is over, such as {@code expired} or {@code verified}
     */
    record Over(String reason) implements SessionRejection {
        @Override
        public String code() {
            return "session.over";
        }

        @Override
        public ResponsibleParty responsibleParty() {
            return ResponsibleParty.USER;
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.RESTART;
        }

        @Override
        public String summary() {
            return "the session is over: " + reason;
        }
    }

    /**
     * The step is not one of those that this state has.
     *
     * @param state the state the session is in
     * @param allowedActions the moves it has, in alphabetical order
     */
    record WrongState(String state, Set<String> allowedActions) implements SessionRejection {

        public WrongState {
            allowedActions = Collections.unmodifiableSet(new TreeSet<>(allowedActions));
        }

        @Override
        public String code() {
            return "session.wrong-state";
        }

        @Override
        public ResponsibleParty responsibleParty() {
            return ResponsibleParty.HOST;
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.NEVER;
        }

        @Override
        public String summary() {
            return "the session is " + state + ", from where it can: " + String.join(", ", allowedActions);
        }
    }

    /** Another step of this session is under way; its outcome decides what can be done next. */
    record Busy() implements SessionRejection {
        @Override
        public String code() {
            return "session.busy";
        }

        @Override
        public ResponsibleParty responsibleParty() {
            return ResponsibleParty.USER;
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.NOW;
        }

        @Override
        public String summary() {
            return "another step of this session is under way";
        }
    }
}
