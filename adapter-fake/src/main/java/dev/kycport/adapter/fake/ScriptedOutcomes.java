package dev.kycport.adapter.fake;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The configured outcomes of calls, and the outcomes that each can have: any failure, and its own verdicts. */
final class ScriptedOutcomes {

    private static final Map<ProviderCall, Set<VerdictCode>> VERDICTS = verdicts();

    private final Map<ProviderCall, String> outcomes;

    ScriptedOutcomes(Map<ProviderCall, String> outcomes) {
        this.outcomes = outcomes;
    }

    Optional<ProviderFailure> failure(ProviderCall call) {
        return outcome(call).flatMap(SimulatedFailure::byCode).map(SimulatedFailure::failure);
    }

    Optional<VerdictCode> verdict(ProviderCall call) {
        return outcome(call).flatMap(code -> verdict(call, code));
    }

    /** Whether a call can come to this; throws if it cannot. */
    static void requirePossible(ProviderCall call, String outcome) {
        if (!possible(call).contains(outcome)) {
            throw new IllegalArgumentException(
                    call.code() + " must be empty or one of " + String.join(", ", possible(call)));
        }
    }

    static Set<String> possible(ProviderCall call) {
        Set<String> codes = new TreeSet<>();
        Arrays.stream(SimulatedFailure.values())
                .map(simulatedFailure -> simulatedFailure.failure().code())
                .forEach(codes::add);
        verdictsOf(call).stream().map(VerdictCode::code).forEach(codes::add);
        return codes;
    }

    private Optional<String> outcome(ProviderCall call) {
        return Optional.ofNullable(outcomes.get(call));
    }

    private static Optional<VerdictCode> verdict(ProviderCall call, String code) {
        return verdictsOf(call).stream()
                .filter(verdict -> verdict.code().equals(code))
                .findFirst();
    }

    private static Set<VerdictCode> verdictsOf(ProviderCall call) {
        return VERDICTS.getOrDefault(call, Set.of());
    }

    private static Map<ProviderCall, Set<VerdictCode>> verdicts() {
        Map<ProviderCall, Set<VerdictCode>> table = new EnumMap<>(ProviderCall.class);
        table.put(ProviderCall.RELOAD_CAPTCHA, EnumSet.of(VerdictCode.SESSION_LOST));
        table.put(
                ProviderCall.SEND_CODE,
                EnumSet.of(
                        VerdictCode.MOBILE_NOT_LINKED,
                        VerdictCode.NUMBER_INVALID,
                        VerdictCode.CODE_PENDING,
                        VerdictCode.WRONG_CAPTCHA,
                        VerdictCode.SESSION_LOST));
        table.put(
                ProviderCall.VERIFY_CODE,
                EnumSet.of(VerdictCode.WRONG_CODE, VerdictCode.CODE_EXPIRED, VerdictCode.SESSION_LOST));
        table.put(
                ProviderCall.TAKE_UP_AUTHORIZATION,
                EnumSet.of(VerdictCode.AUTHORIZATION_DENIED, VerdictCode.SESSION_LOST));
        table.put(
                ProviderCall.COLLECT_DOCUMENTS, EnumSet.of(VerdictCode.AUTHORIZATION_EMPTY, VerdictCode.SESSION_LOST));
        return table;
    }
}
