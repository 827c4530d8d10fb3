package dev.kycport.domain.failure;

import dev.kycport.domain.Flow;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The session's provider, or the requested one, does not offer this flow.
 *
 * @param flow the requested flow
 * @param supportedFlows the flows that a new session can have; contains {@code flow} if another provider offers it
 */
public record FlowRejection(Flow flow, Set<Flow> supportedFlows) implements Rejection {

    public FlowRejection {
        supportedFlows = Set.copyOf(supportedFlows);
    }

    @Override
    public RejectionDetails details() {
        boolean elsewhere = supportedFlows.contains(flow);
        String others = supportedFlows.stream().map(Flow::code).sorted().collect(Collectors.joining(", "));
        return new RejectionDetails(
                "flow.unsupported",
                ResponsibleParty.HOST,
                elsewhere ? RetryAdvice.RESTART : RetryAdvice.NEVER,
                flow.code()
                        + (elsewhere ? " is not offered by this provider; " : " is not offered; ")
                        + (others.isEmpty() ? "no flow is" : "offered: " + others));
    }
}
