package dev.kycport.adapter.fake;

import dev.kycport.domain.Bounds;
import dev.kycport.domain.ProviderCall;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the fake behaves.
 *
 * @param latency how long every call takes, up to 5 minutes
 * @param outcomes what a call always comes to, by the code of a failure or a verdict; a call that is not named goes by the
 *     magic values. An outcome that only the other OTP flow can have leaves a flow to them as well
 * @param maxReferences how many of its sides of sessions it remembers, for each flow; after that it forgets the oldest
 */
public record FakeConfig(Duration latency, Map<ProviderCall, String> outcomes, int maxReferences) {

    static final String LATENCY = "latency";
    static final String MAGIC = "";

    private static final Duration MAX_LATENCY = Duration.ofMinutes(5);
    private static final int MAX_REFERENCES = 1_000_000;
    private static final FakeConfig DEFAULTS = new FakeConfig(Duration.ZERO, Map.of(), 100_000);

    public FakeConfig {
        Bounds.requireWithin(Duration.ZERO, MAX_LATENCY, LATENCY, latency);
        Bounds.requireWithin(1, MAX_REFERENCES, "most-references", maxReferences);
        outcomes.forEach(ScriptedOutcomes::requirePossible);
        outcomes = Map.copyOf(outcomes);
    }

    /** No latency, magic values throughout. */
    public static FakeConfig defaults() {
        return DEFAULTS;
    }

    /** The same, with every call taking that long. */
    public FakeConfig withLatency(Duration every) {
        return new FakeConfig(every, outcomes, maxReferences);
    }

    /**
     * The same, with a call always coming to one outcome.
     *
     * @param outcome such as {@code source.down} or {@code otp.wrong-code}; empty for the magic values
     * @throws IllegalArgumentException if the call cannot come to that; the message names the call and its outcomes
     */
    public FakeConfig withOutcome(ProviderCall call, String outcome) {
        Map<ProviderCall, String> changed = new EnumMap<>(ProviderCall.class);
        changed.putAll(outcomes);
        changed.remove(call);
        if (!outcome.equals(MAGIC)) {
            changed.put(call, outcome);
        }
        return new FakeConfig(latency, changed, maxReferences);
    }

    /** The same, remembering at most so many sides of sessions for each flow. */
    public FakeConfig withMaxReferences(int references) {
        return new FakeConfig(latency, outcomes, references);
    }
}
