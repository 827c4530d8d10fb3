package dev.kycport.tck;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** A contract run for real, and what came of each of its tests. */
public final class ContractRun {

    private final Map<String, TestExecutionResult.Status> results = new HashMap<>();

    private final Map<String, String> messages = new HashMap<>();

    private ContractRun() {}

    public static ContractRun of(Class<?> contract) {
        return of(List.of(DiscoverySelectors.selectClass(contract)));
    }

    /** Some tests alone, since all of them would take long. */
    public static ContractRun of(Class<?> contract, Collection<String> tests) {
        return of(methods(contract)
                .filter(method -> tests.contains(method.getName()))
                .map(method -> DiscoverySelectors.selectMethod(contract, method))
                .toList());
    }

    /** One test alone. */
    public static ContractRun of(Class<?> contract, String test) {
        return of(contract, Set.of(test));
    }

    private static ContractRun of(List<? extends DiscoverySelector> selectors) {
        ContractRun contractRun = new ContractRun();
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectors.toArray(DiscoverySelector[]::new))
                .execute()
                .testEvents()
                .stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .forEach(contractRun::note);
        return contractRun;
    }

    /** Every test that this contract has. */
    public static Set<String> testsOf(Class<?> contract) {
        return methods(contract).map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Method> methods(Class<?> contract) {
        return Stream.<Class<?>>iterate(contract, level -> level != Object.class, Class::getSuperclass)
                .flatMap(level -> Arrays.stream(level.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class));
    }

    public Set<String> red() {
        return with(TestExecutionResult.Status.FAILED);
    }

    public Set<String> green() {
        return with(TestExecutionResult.Status.SUCCESSFUL);
    }

    Set<String> skipped() {
        return with(TestExecutionResult.Status.ABORTED);
    }

    private Set<String> with(TestExecutionResult.Status status) {
        Set<String> names = new TreeSet<>();
        results.forEach((name, was) -> {
            if (was == status) {
                names.add(name);
            }
        });
        return names;
    }

    /** What the red test of that name said last. */
    public String message(String test) {
        return messages.getOrDefault(test, "");
    }

    private void note(Event event) {
        MethodSource source =
                (MethodSource) event.getTestDescriptor().getSource().orElseThrow();
        event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .ifPresent(thrown -> messages.put(source.getMethodName(), thrown.toString()));
        results.merge(
                source.getMethodName(),
                event.getRequiredPayload(TestExecutionResult.class).getStatus(),
                (before, now) -> before == TestExecutionResult.Status.FAILED ? before : now);
    }
}
