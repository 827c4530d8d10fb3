package dev.kycport.endurance;

import dev.kycport.endurance.system.ShiftedClock;
import dev.kycport.endurance.user.SimulatedUser;
import dev.kycport.endurance.user.UserBehaviour;
import dev.kycport.endurance.user.UserStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leads everyone who is left to an end: nobody may be stuck, whatever state a dead process left them in. */
final class SessionDrainer {

    private static final int PASSES = 12;
    private static final int MAX_STEPS = 12;
    private static final Duration RESEND_INTERVAL = Duration.ofSeconds(46);

    /** How far it moves the clock on. */
    static final Duration DURATION = RESEND_INTERVAL.multipliedBy(PASSES);

    // Nothing but an end is left after these.
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
            if (step.isEmpty() || !takeOrCancel(user, step.get())) {
                return;
            }
        }
    }

    private static boolean takeOrCancel(SimulatedUser user, UserStep userStep) {
        return user.perform(userStep)
                || (user.lastRefusal().filter(FINAL_REFUSALS::contains).isPresent() && user.perform(UserStep.CANCEL));
    }
}
