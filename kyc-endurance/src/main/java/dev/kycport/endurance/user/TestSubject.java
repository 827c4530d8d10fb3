package dev.kycport.endurance.user;

import dev.kycport.domain.Flow;
import java.util.List;
import java.util.Locale;

/**
 * A test subject with one session. Its name is the subject reference and the purpose of the session, so each vendor call can
 * be matched to its session. The number determines the flow.
 */
public record TestSubject(int number) implements Comparable<TestSubject> {

    private static final String NAME_PREFIX = "endurance-";
    private static final List<Flow> FLOWS = List.of(Flow.CAPTCHA_OTP, Flow.DIRECT_OTP, Flow.DIGILOCKER);

    public static TestSubject parse(String name) {
        return new TestSubject(Integer.parseInt(name.substring(NAME_PREFIX.length())));
    }

    public String name() {
        return NAME_PREFIX + number;
    }

    public Flow flow() {
        return FLOWS.get(number % FLOWS.size());
    }

    /**
     * Twelve digits that are no real number, since none starts with 0. One subject in ten has the number of another subject,
     * whose session has the same flow at about the same time.
     */
    public String aadhaar() {
        int person = number % 10 == 9 ? number - FLOWS.size() : number;
        return String.format(Locale.ROOT, "%012d", person % NumberRange.COUNT);
    }

    @Override
    public int compareTo(TestSubject other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return name();
    }

    /** The numbers that the configuration must allow. */
    public static final class NumberRange {

        public static final int COUNT = 3000;

        private NumberRange() {}
    }
}
