package dev.kycport.endurance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leads everyone who is left to an end: nobody may be stuck, whatever state a dead process left them in. */
final class LastLife {

    private static final int PASSES = 12;
    private static final int MOST_STEPS = 12;
    private static final Duration GAP = Duration.ofSeconds(46);

    /** How far it moves the clock on. */
    static final Duration LENGTH = GAP.multipliedBy(PASSES);

    // Nothing but an end is left after these.
    private static final Set<String> NO_WAY_ON = Set.of("otp.resends-used", "captcha.spent");

    private LastLife() {}

    static void lead(List<Person> people, ShiftedClock clock) {
        for (int pass = 0; pass < PASSES; pass++) {
            people.parallelStream().forEach(LastLife::lead);
            clock.advance(GAP);
        }
    }

    private static void lead(Person person) {
        Choice choice = Choice.straight();
        person.take(Step.LOOK);
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Optional<Step> step = person.session().flatMap(choice::next);
            if (step.isEmpty() || !goesOn(person, step.get())) {
                return;
            }
        }
    }

    private static boolean goesOn(Person person, Step step) {
        return person.take(step)
                || (person.refusal().filter(NO_WAY_ON::contains).isPresent() && person.take(Step.CANCEL));
    }
}
