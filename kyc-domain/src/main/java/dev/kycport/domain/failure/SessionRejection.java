package dev.kycport.domain.failure;

import static dev.kycport.domain.failure.ResponsibleParty.HOST;
import static dev.kycport.domain.failure.ResponsibleParty.USER;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The session cannot take this step. */
public sealed interface SessionRejection extends Rejection {

    /** There is no session with that id, or it was purged. */
    record Unknown() implements SessionRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails("session.unknown", HOST, RetryAdvice.RESTART, "there is no such session");
        }
    }

    /**
     * The session is verified or has ended, and takes no further step.
     *
     * @param reason why it is over, such as {@code expired} or {@code verified}
     */
    record Over(String reason) implements SessionRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails("session.over", USER, RetryAdvice.RESTART, "the session is over: " + reason);
        }
    }

    /**
     * The session's state does not have this step.
     *
     * @param state the name of the state
     * @param allowedActions what can be done now, in alphabetical order
     */
    record WrongState(String state, Set<String> allowedActions) implements SessionRejection {

        public WrongState {
            allowedActions = Collections.unmodifiableSet(new TreeSet<>(allowedActions));
        }

        @Override
        public RejectionDetails details() {
            String actions = String.join(", ", allowedActions);
            return new RejectionDetails(
                    "session.wrong-state",
                    HOST,
                    RetryAdvice.NEVER,
                    "the session is " + state + ", from where it can: " + actions);
        }
    }

    /** Another step of this session is in progress. Its outcome decides what can be done next. */
    record Busy() implements SessionRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails(
                    "session.busy", USER, RetryAdvice.NOW, "another step of this session is under way");
        }
    }
}
