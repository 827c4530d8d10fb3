package dev.kycport.adapter.resilience4j;

import dev.kycport.adapter.resilience4j.GuardConfig.CircuitRules;
import dev.kycport.adapter.resilience4j.GuardConfig.Window;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** The settings of {@code kyc.providers.<id>.guard}. */
final class GuardSettings {

    private static final GuardConfig DEFAULTS = GuardConfig.defaults();

    private static final Setting<Integer> FAILURE_RATE =
            Setting.count(CircuitRules.FAILURE_RATE, DEFAULTS.circuit().failureRate());
    private static final Setting<Integer> SLOW_RATE =
            Setting.count(CircuitRules.SLOW_RATE, DEFAULTS.circuit().slowRate());
    private static final Setting<Duration> SLOW_CALL =
            Setting.duration(CircuitRules.SLOW_CALL, DEFAULTS.circuit().slowCall());
    private static final Setting<Integer> SAMPLE =
            Setting.count(CircuitRules.SAMPLE, DEFAULTS.circuit().sample());
    private static final Setting<Integer> LEAST_CALLS =
            Setting.count(CircuitRules.LEAST_CALLS, DEFAULTS.circuit().leastCalls());
    private static final Setting<Duration> OPEN_FOR =
            Setting.duration(CircuitRules.OPEN_FOR, DEFAULTS.circuit().openFor());
    private static final Setting<Integer> TRIAL_CALLS =
            Setting.count(CircuitRules.TRIAL_CALLS, DEFAULTS.circuit().trialCalls());
    private static final Setting<Integer> CONCURRENT_CALLS =
            Setting.count(GuardConfig.CONCURRENT_CALLS, DEFAULTS.concurrentCalls());
    private static final Setting<Integer> PER_SECOND = optionalCount(Window.PER_SECOND);
    private static final Setting<Integer> PER_MINUTE = optionalCount(Window.PER_MINUTE);
    private static final Setting<Integer> PER_DAY = optionalCount(Window.PER_DAY);
    private static final Setting<Duration> MAX_WAIT = Setting.duration(GuardConfig.MAX_WAIT, DEFAULTS.maxWait());
    private static final Setting<Duration> REPEAT_WITHIN =
            Setting.duration(GuardConfig.REPEAT_WITHIN, DEFAULTS.repeatWithin());

    static final List<Setting<?>> ALL = List.of(
            FAILURE_RATE,
            SLOW_RATE,
            SLOW_CALL,
            SAMPLE,
            LEAST_CALLS,
            OPEN_FOR,
            TRIAL_CALLS,
            CONCURRENT_CALLS,
            PER_SECOND,
            PER_MINUTE,
            PER_DAY,
            MAX_WAIT,
            REPEAT_WITHIN);

    private GuardSettings() {}

    static GuardConfig read(Settings settings) {
        return new GuardConfig(
                circuit(settings),
                settings.get(CONCURRENT_CALLS),
                windows(settings),
                settings.get(MAX_WAIT),
                settings.get(REPEAT_WITHIN));
    }

    private static CircuitRules circuit(Settings settings) {
        return new CircuitRules(
                settings.get(FAILURE_RATE),
                settings.get(SLOW_RATE),
                settings.get(SLOW_CALL),
                settings.get(SAMPLE),
                settings.get(LEAST_CALLS),
                settings.get(OPEN_FOR),
                settings.get(TRIAL_CALLS));
    }

    private static List<Window> windows(Settings settings) {
        List<Window> windows = new ArrayList<>();
        window(settings, PER_SECOND, Window::perSecond).ifPresent(windows::add);
        window(settings, PER_MINUTE, Window::perMinute).ifPresent(windows::add);
        window(settings, PER_DAY, Window::perDay).ifPresent(windows::add);
        return windows;
    }

    private static Optional<Window> window(Settings settings, Setting<Integer> setting, IntFunction<Window> window) {
        return settings.find(setting).map(window::apply);
    }

    private static Setting<Integer> optionalCount(String key) {
        return new Setting<>(key, Setting.Kind.COUNT, Optional.empty(), Set.of(), false);
    }
}
