package dev.kycport.domain.failure;

import dev.kycport.domain.Flow;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The session's provider, or the one that was asked for, does not offer this flow, and perhaps no other does.
 *
 * @param flow what was asked for
 * @param remaining the flows that a new session can have, this one among them where another provider offers it
 */
public record FlowRejection(Flow flow, Set<Flow> remaining) implements Rejection {

    public FlowRejection {
        remaining = Set.copyOf(remaining);
    }

    @Override
    public String code() {
        return "flow.unsupported";
    }

    @Override
    public Party whose() {
        return Party.HOST;
    }

    @Override
    public RetryAdvice retry() {
        return remaining.contains(flow) ? RetryAdvice.RESTART : RetryAdvice.NEVER;
    }

    @Override
    public String summary() {
        String rest = remaining.stream().map(Flow::code).sorted().collect(Collectors.joining(", "));
        String where = remaining.contains(flow) ? " is not offered by this provider; " : " is not offered; ";
        return flow.code() + where + (rest.isEmpty() ? "no flow is" : "offered: " + rest);
    }
}
