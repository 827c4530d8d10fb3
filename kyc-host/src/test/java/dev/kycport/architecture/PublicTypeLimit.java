package dev.kycport.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;

/** How many public top-level types an adapter has outside its {@code internal} packages. */
final class PublicTypeLimit extends ArchCondition<JavaClass> {

    private static final int MAX_PUBLIC_TYPES = 2;

    private Map<String, Long> shown = Map.of();

    PublicTypeLimit() {
        super("show at most %d public types an adapter", MAX_PUBLIC_TYPES);
    }

    @Override
    public void init(Collection<JavaClass> all) {
        shown = all.stream().filter(PublicTypeLimit::isShown).collect(groupingBy(AdapterLibraries::nameOf, counting()));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        long count = shown.getOrDefault(AdapterLibraries.nameOf(type), 0L);
        if (isShown(type) && count > MAX_PUBLIC_TYPES) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " is one of " + count + " public types of its adapter"));
        }
    }

    private static boolean isShown(JavaClass type) {
        return type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().matches(".*\\.internal(\\..*)?");
    }
}
