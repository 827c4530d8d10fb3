package dev.kycport.domain.failure;

import dev.kycport.domain.TestValues;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every leaf below a sealed type, and examples of each with invented parts. */
final class SealedLeaves {

    private SealedLeaves() {}

    static Stream<Class<?>> below(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedLeaves::below)
                : Stream.of(type);
    }

    /** One example a constant of the enum among its parts, or just one. */
    static List<StepReport> examples(Class<?> leaf) {
        Constructor<?> constructor = canonicalConstructor(leaf);
        return Arrays.stream(constructor.getParameters())
                .filter(part -> part.getType().isEnum())
                .findFirst()
                .map(part -> Stream.<Object>of(part.getType().getEnumConstants()))
                .orElseGet(() -> Stream.of("no choice"))
                .map(choice -> example(constructor, choice))
                .toList();
    }

    /** A provider failure of this kind. */
    static ProviderFailure example(ProviderFailure.Kind kind) {
        Optional<UnintelligibleReason> reason = kind == ProviderFailure.Kind.UNINTELLIGIBLE
                ? Optional.of(UnintelligibleReason.MALFORMED)
                : Optional.empty();
        return new ProviderFailure(
                kind, TestValues.anyTrace(), Optional.empty(), reason, false, Optional.empty(), List.of());
    }

    // Others leave parts out.
    private static Constructor<?> canonicalConstructor(Class<?> leaf) {
        return Arrays.stream(leaf.getDeclaredConstructors())
                .max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow();
    }

    private static StepReport example(Constructor<?> constructor, Object choice) {
        Object[] parts = Arrays.stream(constructor.getParameters())
                .map(part -> part.getType().isEnum() ? choice : part(part))
                .toArray();
        try {
            constructor.setAccessible(true);
            return (StepReport) constructor.newInstance(parts);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object part(Parameter part) {
        List<Object> known = List.of(
                TestValues.NOW, Duration.ofSeconds(45), "some text", Set.of(), Optional.empty(), TestValues.anyTrace());
        return known.stream()
                .filter(part.getType()::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no example of " + part.getType()));
    }
}
