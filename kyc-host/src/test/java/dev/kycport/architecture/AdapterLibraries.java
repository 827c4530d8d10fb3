package dev.kycport.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.stream.Stream;

/** What each kind of adapter may use in addition to ports, domain and itself. An adapter that is not named here belongs to a vendor. */
final class AdapterLibraries extends ArchCondition<JavaClass> {

    static final String ROOT = "dev.kycport.adapter.";

    private static final String[] OF_VENDORS = {ROOT + "feign..", "feign..", "com.fasterxml.jackson..", "org.slf4j"};
    private static final Map<String, String[]> OF_OTHERS = Map.of(
            "archive", new String[] {"dev.kycport.files.."},
            "memory", new String[] {"javax.crypto.."},
            "fake", new String[] {"javax.crypto.."},
            "feign",
                    new String[] {
                        "feign..",
                        "okhttp3..",
                        "okio..",
                        "javax.net..",
                        "javax.xml.stream..",
                        "com.fasterxml.jackson..",
                        "org.slf4j"
                    },
            "micrometer", new String[] {"io.micrometer.core.instrument.."},
            "resilience4j", new String[] {"io.github.resilience4j..", "io.github.bucket4j..", "org.slf4j"},
            "uidai",
                    new String[] {
                        "javax.xml..",
                        "org.w3c.dom..",
                        "org.xml.sax..",
                        "javax.imageio..",
                        "javax.naming..",
                        "javax.security.auth.x500",
                        "net.lingala.zip4j..",
                        "com.google.zxing.."
                    },
            "jdbc",
                    new String[] {
                        "dev.kycport.files..",
                        "javax.sql..",
                        "org.jdbi..",
                        "com.zaxxer.hikari..",
                        "org.flywaydb..",
                        "org.sqlite..",
                        "org.postgresql..",
                        "com.google.crypto.tink..",
                        "com.fasterxml.jackson..",
                        "org.slf4j"
                    });

    AdapterLibraries() {
        super("know only ports, domain and the libraries of their kind");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String adapter = nameOf(type);
        String[] allowed = Stream.of(
                        new String[] {"dev.kycport.ports..", "dev.kycport.domain..", ROOT + adapter + ".."},
                        OF_OTHERS.getOrDefault(adapter, OF_VENDORS))
                .flatMap(Stream::of)
                .toArray(String[]::new);
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !AllowedDependencies.to(allowed).test(target(dependency)))
                .forEach(dependency ->
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
    }

    /** Which adapter a class belongs to, such as {@code fake}. */
    static String nameOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0];
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }
}
