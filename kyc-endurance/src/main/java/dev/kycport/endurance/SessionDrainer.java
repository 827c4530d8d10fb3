package dev.kycport.endurance;

import dev.kycport.endurance.user.SimulatedUser;
import dev.kycport.endurance.user.UserBehaviour;
import dev.kycport.endurance.user.UserStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings all unfinished sessions to a final state, whatever state a killed process left them in. */
final class SessionDrainer {

    private static final int PASSES = 12;
    private static final int MAX_STEPS = 12;

    /** How far the clock must advance after each pass, so that codes can be sent again. */
    static final Duration RESEND_INTERVAL = Duration.ofSeconds(46);

    // After these the user can only cancel.
    private static final Set<String> FINAL_REFUSALS = Set.of("otp.resends-used", "captcha.spent");

    private SessionDrainer() {}

    /**
     * Runs several passes over the users.
     *
     * @param advanceClock advances the clock by {@link #RESEND_INTERVAL}
     */
    static void drain(List<SimulatedUser> users, Runnable advanceClock) {
        for (int pass = 0; pass < PASSES; pass++) {
            users.parallelStream().forEach(SessionDrainer::drain);
            advanceClock.run();
        }
    }

    private static void drain(SimulatedUser user) {
        UserBehaviour behaviour = UserBehaviour.direct();
        user.perform(UserStep.FIND_SESSION);
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            Optional<UserStep> step = user.session().flatMap(behaviour::next);
            if (step.isEmpty() || !performOrCancel(user, step.get())) {
                return;
            }
        }
    }

    private static boolean performOrCancel(SimulatedUser user, UserStep step) {
        return user.perform(step)
                || (user.lastRefusal().filter(FINAL_REFUSALS::contains).isPresent() && user.perform(UserStep.CANCEL));
    }
}
