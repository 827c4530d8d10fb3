package dev.kycport.endurance;

import dev.kycport.domain.Flow;
import java.util.List;
import java.util.Locale;

/**
 * An invented person. Purpose and subject reference of their only session are their name, so that whatever a vendor is told
 * leads back to them; the flow follows from the number.
 */
record Subject(int number) implements Comparable<Subject> {

    private static final String NAME = "endurance-";
    private static final List<Flow> FLOWS = List.of(Flow.CAPTCHA_OTP, Flow.DIRECT_OTP, Flow.DIGILOCKER);

    static Subject named(String name) {
        return new Subject(Integer.parseInt(name.substring(NAME.length())));
    }

    String name() {
        return NAME + number;
    }

    Flow flow() {
        return FLOWS.get(number % FLOWS.size());
    }

    /**
     * Twelve digits that cannot be anybody's number, since none begins with 0. One in ten is the same person as another, with a
     * session of the same flow at about the same time.
     */
    String aadhaar() {
        int person = number % 10 == 9 ? number - FLOWS.size() : number;
        return String.format(Locale.ROOT, "%012d", person % Numbers.MOST);
    }

    @Override
    public int compareTo(Subject other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return name();
    }

    /** The numbers that a configuration must let in. */
    static final class Numbers {

        static final int MOST = 3000;

        private Numbers() {}
    }
}
