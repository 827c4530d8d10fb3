package dev.kycport.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import dev.kycport.domain.Secret;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.ConsentProof;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Calls and method references that rules are about, seen from where they are made. */
final class AccessPredicates {

    private static final List<Class<?>> STATE_MACHINES = List.of(
            Consent.class, CaptchaChallenge.class, OtpChallenge.class, AuthorizationChallenge.class, KycSession.class);
    private static final Set<String> CLOCKS = Set.of("currentTimeMillis", "nanoTime");

    private AccessPredicates() {}

    static DescribedPredicate<JavaAccess<?>> makingAStateOfAnotherPackage() {
        return where(
                "a state of another package is made",
                access -> isState(owner(access))
                        && isConstructor(access)
                        && !access.getOriginOwner()
                                .getPackageName()
                                .equals(owner(access).getPackageName()));
    }

    static DescribedPredicate<JavaAccess<?>> revealingASecret() {
        return where(
                "a secret is revealed",
                access -> owner(access).isAssignableTo(Secret.class)
                        && access.getTarget().getName().startsWith("reveal"));
    }

    static DescribedPredicate<JavaAccess<?>> makingAProofOfConsent() {
        return where(
                "a proof of consent is made",
                access -> owner(access).isEquivalentTo(ConsentProof.class)
                        && (isConstructor(access)
                                || access.getTarget().getName().equals("issue")));
    }

    static DescribedPredicate<JavaAccess<?>> readingTheClock() {
        return where(
                "the clock is read",
                access -> isNow(access)
                        || calls(access, System.class, CLOCKS::contains)
                        || calls(access, Clock.class, name -> name.startsWith("system") || name.startsWith("tick"))
                        || calls(access, InstantSource.class, "system"::equals)
                        || calls(access, Calendar.class, "getInstance"::equals)
                        || makesFromNothing(access, Date.class));
    }

    static DescribedPredicate<JavaAccess<?>> takingRandomness() {
        return where(
                "randomness is taken",
                access -> calls(access, UUID.class, "randomUUID"::equals)
                        || calls(access, Math.class, "random"::equals)
                        || calls(access, ThreadLocalRandom.class, "current"::equals)
                        || calls(access, RandomGenerator.class, name -> name.equals("of") || name.equals("getDefault"))
                        || makesFromNothing(access, Random.class)
                        || makesFromNothing(access, SplittableRandom.class)
                        || calls(access, SecureRandom.class, any -> true));
    }

    static DescribedPredicate<JavaAccess<?>> printing() {
        return where(
                "something is printed",
                access -> calls(access, System.class, name -> name.equals("out") || name.equals("err"))
                        || isStackTrace(access));
    }

    /** A new exception of another class than these; what a subclass passes up to its own parent does not count. */
    static DescribedPredicate<JavaAccess<?>> makingAnExceptionBut(Set<String> named) {
        return where(
                "an exception is made that is not one of the named",
                access -> isConstructor(access)
                        && owner(access).isAssignableTo(Throwable.class)
                        && !access.getOriginOwner().isAssignableTo(Throwable.class)
                        && !named.contains(owner(access).getName()));
    }

    private static boolean isNow(JavaAccess<?> access) {
        return owner(access).getPackageName().startsWith("java.time")
                && access.getTarget().getName().equals("now");
    }

    private static boolean isStackTrace(JavaAccess<?> access) {
        return owner(access).isAssignableTo(Throwable.class)
                && access.getTarget().getName().equals("printStackTrace");
    }

    private static boolean calls(JavaAccess<?> access, Class<?> owner, Predicate<String> name) {
        return owner(access).isEquivalentTo(owner)
                && name.test(access.getTarget().getName());
    }

    private static boolean makesFromNothing(JavaAccess<?> access, Class<?> owner) {
        return owner(access).isEquivalentTo(owner)
                && access.getTarget() instanceof AccessTarget.ConstructorCallTarget target
                && target.getRawParameterTypes().isEmpty();
    }

    private static boolean isState(JavaClass owner) {
        return owner.isRecord() && STATE_MACHINES.stream().anyMatch(owner::isAssignableTo);
    }

    private static boolean isConstructor(JavaAccess<?> access) {
        return access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
    }

    private static JavaClass owner(JavaAccess<?> access) {
        return access.getTargetOwner();
    }

    private static DescribedPredicate<JavaAccess<?>> where(String description, Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(description, test);
    }
}
