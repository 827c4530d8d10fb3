package dev.kycport.domain.failure;

import dev.kycport.domain.Flow;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The session's provider, or the one that was asked for, does not offer this flow, and perhaps no other does.
 *
 * @param flow what was asked for
 * @param supportedFlows the flows that a new session can have, this one among them where another provider offers it
 */
public record FlowRejection(Flow flow, Set<Flow> supportedFlows) implements Rejection {

    public FlowRejection {
        supportedFlows = Set.copyOf(supportedFlows);
    }

    @Override
    public String code() {
        return "flow.unsupported";
    }

    @Override
    public ResponsibleParty responsibleParty() {
        return ResponsibleParty.HOST;
    }

    @Override
    public RetryAdvice retryAdvice() {
        return supportedFlows.contains(flow) ? RetryAdvice.RESTART : RetryAdvice.NEVER;
    }

    @Override
    public String summary() {
        String rest = supportedFlows.stream().map(Flow::code).sorted().collect(Collectors.joining(", "));
        String where = supportedFlows.contains(flow) ? " is not offered by this provider; " : " is not offered; ";
        return flow.code() + where + (rest.isEmpty() ? "no flow is" : "offered: " + rest);
    }
}
