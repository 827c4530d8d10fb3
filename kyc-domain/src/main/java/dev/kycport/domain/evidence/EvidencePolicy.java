package dev.kycport.domain.evidence;

import dev.kycport.domain.Bounds;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is asked of signed documents.
 *
 * @param need whether a provider's answer is checked against one
 * @param maxAge how old a document may be, 1 hour to 3660 days; empty if its age does not matter
 * @param contactMustMatch whether a mobile number or e-mail address must be given, and every given one must match
 */
public record EvidencePolicy(Need need, Optional<Duration> maxAge, boolean contactMustMatch) {

    /** Nothing is fetched; a document that is checked may be three days old. RBI's V-CIP rules accept no older one. */
    public static final EvidencePolicy DEFAULT = new EvidencePolicy(Need.OFF, Optional.of(Duration.ofDays(3)), false);

    public EvidencePolicy {
        maxAge.ifPresent(
                age -> Bounds.requireWithin(Duration.ofHours(1), Duration.ofDays(3660), "evidence max age", age));
    }

    /** Whether the contact data that was compared is good enough. */
    public boolean acceptsContact(Evidence evidence) {
        boolean wrong = evidence.mobile() == ContactMatch.NO || evidence.email() == ContactMatch.NO;
        boolean matched = evidence.mobile().isMatch() || evidence.email().isMatch();
        return !contactMustMatch || (matched && !wrong);
    }

    /** Whether signed evidence is sought beside a provider's answer. */
    public enum Need {
        /** It is not fetched, since fetching costs a call. */
        OFF("off"),
        /** What the provider offers is checked; an answer without it counts as before. */
        WHEN_OFFERED("when-offered"),
        /** An answer without it never verifies. */
        REQUIRED("required");

        private final String code;

        Need(String code) {
            this.code = code;
        }

        /** The name used in the configuration. */
        public String code() {
            return code;
        }

        /** The need with this {@link #code()}, or nothing. */
        public static Optional<Need> fromCode(String code) {
            return Arrays.stream(values())
                    .filter(need -> need.code.equals(code))
                    .findFirst();
        }
    }
}
