package dev.kycport.endurance;

import dev.kycport.endurance.system.ShiftedClock;
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
    private static final Duration RESEND_INTERVAL = Duration.ofSeconds(46);

    /** How far it advances the clock. */
    static final Duration DURATION = RESEND_INTERVAL.multipliedBy(PASSES);

    // After these the user can only cancel.
    private static final Set<String> FINAL_REFUSALS = Set.of("otp.resends-used", "captcha.spent");

    private SessionDrainer() {}

    static void drain(List<SimulatedUser> users, ShiftedClock clock) {
        for (int pass = 0; pass < PASSES; pass++) {
            users.parallelStream().forEach(SessionDrainer::drain);
            clock.advance(RESEND_INTERVAL);
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
