package dev.kycport.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.stream.Stream;

/** Allow-lists: what every module may use, and what some may use in addition. */
final class AllowedDependencies {

    private static final String[] ALWAYS_ALLOWED = {"java..", "org.jspecify.annotations"};

    private AllowedDependencies() {}

    /** The JDK, Vavr's {@code Either}, JSpecify's annotations, and these packages. */
    static DescribedPredicate<JavaClass> to(String... packages) {
        String[] allowed = Stream.concat(Arrays.stream(ALWAYS_ALLOWED), Arrays.stream(packages))
                .toArray(String[]::new);
        return resideInAnyPackage(allowed)
                .or(equivalentTo(Either.class))
                .as("are of the JDK, Either, or of %s", String.join(", ", packages));
    }
}
