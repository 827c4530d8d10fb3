package dev.kycport.domain.failure;

import dev.kycport.domain.Flow;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * No configured provider offers this flow.
 *
 * @param flow what was asked for
 * @param remaining the flows that can be had
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
        return RetryAdvice.NEVER;
    }

    @Override
    public String summary() {
        String rest = remaining.stream().map(Flow::code).sorted().collect(Collectors.joining(", "));
        return flow.code() + " is not offered; " + (rest.isEmpty() ? "no flow is" : "offered: " + rest);
    }
}
