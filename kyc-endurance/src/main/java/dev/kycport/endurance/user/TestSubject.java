package dev.kycport.endurance.user;

import dev.kycport.domain.Flow;
import java.util.List;
import java.util.Locale;

/**
 * An invented person. Purpose and subject reference of their only session are their name, so that whatever a vendor is told
 * leads back to them; the flow follows from the number.
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
     * Twelve digits that cannot be anybody's number, since none begins with 0. One in ten is the same person as another, with a
     * session of the same flow at about the same time.
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

    /** The numbers that a configuration must let in. */
    public static final class NumberRange {

        public static final int COUNT = 3000;

        private NumberRange() {}
    }
}
