package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.domain.digilocker.AuthorizationReturn;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.ProviderFailure;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * One way to get a gateway wrong.
 *
 * @param name what is wrong
 * @param caughtBy the contract test that must go red
 * @param flows in whose contracts it must
 */
record Flaw(
        String name,
        String caughtBy,
        Set<Flow> flows,
        Twist twist,
        Reading reading,
        Map<ProviderBehaviour, String> gaps) {

    /** Nothing is wrong. */
    static final Flaw NONE = new Flaw(
            "none", "", EnumSet.allOf(Flow.class), (asked, honest) -> honest.answer(asked), Answers::read, Map.of());

    /** A flaw in every flow. */
    static Flaw of(String name, String caughtBy, Twist twist) {
        return new Flaw(name, caughtBy, NONE.flows, twist, NONE.reading, Map.of());
    }

    /** A flaw that shows at one behaviour, in the flows that can meet it. */
    static Flaw at(ProviderBehaviour behaviour, String name, String caughtBy, Twist twist) {
        Set<Flow> flows = EnumSet.noneOf(Flow.class);
        for (Flow flow : Flow.values()) {
            if (!behaviour.calls(flow).isEmpty()) {
                flows.add(flow);
            }
        }
        return of(
                        name,
                        caughtBy,
                        (asked, honest) ->
                                asked.behaviour() == behaviour ? twist.of(asked, honest) : honest.answer(asked))
                .in(flows);
    }

    /** A flaw in reading returns. */
    static Flaw inReading(String name, String caughtBy, Reading reading) {
        return new Flaw(name, caughtBy, EnumSet.of(Flow.DIGILOCKER), NONE.twist, reading, Map.of());
    }

    /** A gap that is none. */
    static Flaw declaring(String name, Map<ProviderBehaviour, String> gaps) {
        String caughtBy = "gaps_are_declared_only_where_a_provider_may_lack_a_behaviour";
        return new Flaw(name, caughtBy, NONE.flows, NONE.twist, NONE.reading, gaps);
    }

    Flaw in(Set<Flow> others) {
        return new Flaw(name, caughtBy, others, twist, reading, gaps);
    }

    @Override
    public String toString() {
        return name;
    }

    /** What it makes of a call. */
    interface Twist {
        Either<ProviderFailure, Object> of(Asked asked, Honest honest);
    }

    /** The call as a correct gateway makes it. */
    interface Honest {
        Either<ProviderFailure, Object> answer(Asked asked);
    }

    /** What it makes of a return. */
    interface Reading {
        Either<InputRejection, AuthorizationReturn> of(ReturnUrl url, ToyWire wire);
    }
}
