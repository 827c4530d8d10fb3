package dev.kycport.ports.observe;

import java.util.List;
import java.util.Locale;

/**
 * The state of a guard at one moment, for people and reports. The next call may change it.
 *
 * @param circuit whether calls are let through
 * @param limits the limits in the order of the configuration; empty if there are none
 */
public record ProviderHealth(Circuit circuit, List<Limit> limits) {

    public ProviderHealth {
        limits = List.copyOf(limits);
    }

    /**
     * A limit on calls.
     *
     * @param name its setting, such as {@code calls-per-minute}
     * @param max how many calls it allows
     * @param remaining how many more calls it would allow now, from 0 to {@code max}
     */
    public record Limit(String name, int max, int remaining) {}

    /** The states of a circuit. */
    public enum Circuit {
        /** Calls are made. */
        CLOSED,
        /** Too many recent calls failed: no calls are made until the pause is over. */
        OPEN,
        /** The pause is over: a few trial calls decide. */
        HALF_OPEN;

        /** The stable name, used in reports and metrics. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
