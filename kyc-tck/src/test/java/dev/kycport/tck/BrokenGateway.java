package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.tck.recording.ProviderBehaviour;
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
record BrokenGateway(
        String name,
        String caughtBy,
        Set<Flow> flows,
        Distortion twist,
        Reading reading,
        Map<ProviderBehaviour, String> gaps) {

    /** Nothing is wrong. */
    static final BrokenGateway NONE = new BrokenGateway(
            "none",
            "",
            EnumSet.allOf(Flow.class),
            (toyCall, correctGateway) -> correctGateway.answer(toyCall),
            ToyAnswers::readReturn,
            Map.of());

    /** A flaw in every flow. */
    static BrokenGateway everywhere(String name, String caughtBy, Distortion distortion) {
        return new BrokenGateway(name, caughtBy, NONE.flows, distortion, NONE.reading, Map.of());
    }

    /** A flaw that shows at one behaviour, in the flows that can meet it. */
    static BrokenGateway atBehaviour(ProviderBehaviour behaviour, String name, String caughtBy, Distortion distortion) {
        Set<Flow> flows = EnumSet.noneOf(Flow.class);
        for (Flow flow : Flow.values()) {
            if (!behaviour.calls(flow).isEmpty()) {
                flows.add(flow);
            }
        }
        return everywhere(
                        name,
                        caughtBy,
                        (toyCall, correctGateway) -> toyCall.behaviour() == behaviour
                                ? distortion.of(toyCall, correctGateway)
                                : correctGateway.answer(toyCall))
                .in(flows);
    }

    /** A flaw in reading returns. */
    static BrokenGateway inReading(String name, String caughtBy, Reading reading) {
        return new BrokenGateway(name, caughtBy, EnumSet.of(Flow.DIGILOCKER), NONE.twist, reading, Map.of());
    }

    /** A gap that is none. */
    static BrokenGateway declaring(String name, Map<ProviderBehaviour, String> gaps) {
        String caughtBy = "gaps_are_declared_only_where_a_provider_may_lack_a_behaviour";
        return new BrokenGateway(name, caughtBy, NONE.flows, NONE.twist, NONE.reading, gaps);
    }

    BrokenGateway in(Set<Flow> others) {
        return new BrokenGateway(name, caughtBy, others, twist, reading, gaps);
    }

    @Override
    public String toString() {
        return name;
    }

    /** What it makes of a call. */
    interface Distortion {
        Either<ProviderFailure, Object> of(ToyCall toyCall, CorrectGateway correctGateway);
    }

    /** The call as a correct gateway makes it. */
    interface CorrectGateway {
        Either<ProviderFailure, Object> answer(ToyCall toyCall);
    }

    /** What it makes of a return. */
    interface Reading {
        Either<KycFailure, AuthorizationCallback> of(ReturnUrl url, ToyTraffic wire);
    }
}
