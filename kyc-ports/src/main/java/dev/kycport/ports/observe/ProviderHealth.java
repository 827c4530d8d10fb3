package dev.kycport.ports.observe;

import java.util.List;
import java.util.Locale;

/**
 * How a guard stands towards its provider at one moment, for people and reports; the next call may change it.
 *
 * @param circuit whether calls are let through
 * @param limits what bounds them, in the order in which they were configured; empty where nothing does
 */
public record ProviderHealth(Circuit circuit, List<Limit> limits) {

    public ProviderHealth {
        limits = List.copyOf(limits);
    }

    /**
     * A bound on calls.
     *
     * @param name its setting, such as {@code calls-per-minute}
     * @param max how many it allows
     * @param remaining how many more it would allow now, from 0 to {@code most}
     */
    public record Limit(String name, int max, int remaining) {}

    /** The states of a circuit. */
    public enum Circuit {
        /** Calls are made. */
        CLOSED,
        /** Too many calls failed of late: none is made until a pause is over. */
        OPEN,
        /** The pause is over: a few calls are made on trial, and decide. */
        HALF_OPEN;

        /** The stable name, for reports and metrics. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
