package dev.kycport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.store.ConsentProof;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** What rules ask of a class or method where ArchUnit has no word for it. */
final class ArchitectureConditions {

    private ArchitectureConditions() {}

    static ArchCondition<JavaClass> standInANullMarkedPackage() {
        return condition(
                "stand in a @NullMarked package",
                type -> isNullMarked(type.getPackage()),
                type -> type.getName() + " stands in a package without @NullMarked");
    }

    /** Whatever can answer with a provider failure asks a provider. */
    static ArchCondition<JavaMethod> takeAProofWhereTheyAskAProvider() {
        return condition(
                "take a ConsentProof where they can answer with a ProviderFailure",
                method -> !asksAProvider(method)
                        || method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(ConsentProof.class)),
                method -> method.getFullName() + " asks a provider without a proof of consent");
    }

    /** The module of a package below {@code internal} is everything at and below the package above {@code internal}. */
    static ArchCondition<JavaClass> beUsedOnlyByTheirOwnModule() {
        return new ArchCondition<>("be used only by their own module") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String module = type.getPackageName().replaceAll("\\.internal(\\..*)?$", "");
                type.getDirectDependenciesToSelf().stream()
                        .filter(use -> !isAtOrBelow(module, use.getOriginClass().getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private static boolean isAtOrBelow(String module, String packageName) {
        return packageName.equals(module) || packageName.startsWith(module + ".");
    }

    private static boolean isNullMarked(JavaPackage place) {
        return place.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }

    private static boolean asksAProvider(JavaMethod method) {
        return method.getReturnType() instanceof JavaParameterizedType answer
                && answer.getActualTypeArguments().stream()
                        .anyMatch(part -> part.toErasure().isEquivalentTo(ProviderFailure.class));
    }

    private static <T> ArchCondition<T> condition(
            String description, Predicate<T> holds, Function<T, String> complaint) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                if (!holds.test(item)) {
                    events.add(SimpleConditionEvent.violated(item, complaint.apply(item)));
                }
            }
        };
    }
}
