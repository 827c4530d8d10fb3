package dev.kycport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.kycport.domain.Secret;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.ports.store.StepStore;
import dev.kycport.tck.secrecy.KeptStateScanner;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Set;

/** The architecture, one sentence a rule. Each is proved by a class that breaks it, in {@link ArchitectureRuleViolationsTest}. */
@AnalyzeClasses(packages = "dev.kycport", importOptions = ImportOption.DoNotIncludeTests.class)
@SuppressWarnings({"MemberName", "unused"})
class ArchitectureTest {

    private static final String DOMAIN = "dev.kycport.domain..";
    private static final String PORTS = "dev.kycport.ports..";
    private static final String KIT = "dev.kycport.tck..";
    private static final String APP = "dev.kycport.app..";
    private static final String SERVICE = "dev.kycport.app";
    private static final String STEP = "dev.kycport.app.step..";
    private static final String OBSERVE = "dev.kycport.app.observe..";
    private static final String MAINTENANCE = "dev.kycport.app.maintenance..";
    private static final String INTERNAL = "dev.kycport.app.internal..";
    private static final String CONFIG = "dev.kycport.app.config..";
    private static final String RUNTIME = "dev.kycport.app.runtime..";
    private static final String GUICE = "dev.kycport.guice..";
    private static final String ADAPTERS = "dev.kycport.adapter..";
    private static final String FOUNDATION = "dev.kycport.adapter.feign..";
    private static final String FILES = "dev.kycport.files..";
    private static final String HTTP = "dev.kycport.http..";
    private static final String HOST = "dev.kycport.host..";
    private static final String COMMAND_LINE = "dev.kycport.host.cli..";
    private static final String COMMANDS = "dev.kycport.host.cli.command..";
    private static final String TERMINAL = "dev.kycport.host.cli.terminal..";

    /** At least so many classes are there: far fewer means that an import went wrong and the rules hold for nothing. */
    private static final Map<String, Integer> FEWEST = Map.ofEntries(
            Map.entry(DOMAIN, 120),
            Map.entry(PORTS, 40),
            Map.entry(APP, 60),
            Map.entry(GUICE, 1),
            Map.entry("dev.kycport.adapter.archive..", 7),
            Map.entry("dev.kycport.adapter.uidai..", 20),
            Map.entry(HTTP, 30),
            Map.entry("dev.kycport.adapter.fake..", 25),
            Map.entry("dev.kycport.adapter.resilience4j..", 12),
            Map.entry("dev.kycport.adapter.micrometer..", 1),
            Map.entry(HOST, 2),
            Map.entry(KIT, 30));

    private static final Set<String> EXCEPTIONS = Set.of(
            "java.lang.IllegalArgumentException",
            "java.lang.IllegalStateException",
            "java.io.UncheckedIOException",
            "dev.kycport.ports.store.StoreUnavailableException",
            "dev.kycport.ports.store.UnreadableRecordException",
            "dev.kycport.app.config.KycConfigException",
            // For hosts that prefer exceptions: thrown by ThrowingKycService alone.
            "dev.kycport.app.step.KycFailureException",
            "dev.kycport.files.FileMutex$TimeoutException",
            // What javac throws where an enum has grown since a switch was compiled.
            "java.lang.IncompatibleClassChangeError",
            "java.lang.MatchException");

    @ArchTest
    static final ArchRule the_domain_knows_nothing_but_the_JDK_and_Either = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(AllowedDependencies.to(DOMAIN))
            .because("the process outlives every vendor, framework and host");

    @ArchTest
    static final ArchRule ports_know_only_the_domain = classes()
            .that()
            .resideInAPackage(PORTS)
            .should()
            .onlyDependOnClassesThat(AllowedDependencies.to(DOMAIN, PORTS))
            .because("an author of an adapter must need nothing else");

    @ArchTest
    static final ArchRule the_contract_kit_knows_only_ports_and_test_libraries = classes()
            .that()
            .resideInAPackage(KIT)
            .should()
            .onlyDependOnClassesThat(AllowedDependencies.to(
                    DOMAIN,
                    PORTS,
                    KIT,
                    "org.junit.jupiter..",
                    "org.assertj..",
                    "com.github.tomakehurst.wiremock..",
                    "com.fasterxml.jackson..",
                    "ch.qos.logback..",
                    "org.slf4j..",
                    // Make and sign documents of test signers.
                    "org.bouncycastle..",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "javax.security.auth.x500",
                    // Counts what a thread has allocated.
                    "com.sun.management"))
            .because("it proves adapters that know no app and no host");

    @ArchTest
    static final ArchRule use_cases_know_only_domain_ports_and_a_log = classes()
            .that()
            .resideInAnyPackage(SERVICE, STEP, OBSERVE, MAINTENANCE, INTERNAL)
            .should()
            .onlyDependOnClassesThat(
                    AllowedDependencies.to(DOMAIN, PORTS, SERVICE, STEP, OBSERVE, MAINTENANCE, INTERNAL, "org.slf4j"))
            .because("a host must be able to build KycService by hand, without Guice and without a file");

    @ArchTest
    static final ArchRule configuration_knows_only_its_library_and_what_it_describes = classes()
            .that()
            .resideInAPackage(CONFIG)
            .should()
            .onlyDependOnClassesThat(AllowedDependencies.to(DOMAIN, PORTS, CONFIG, "com.typesafe.config"))
            .because("the library must be replaceable in one package");

    @ArchTest
    static final ArchRule the_runtime_knows_no_framework_and_no_adapter = classes()
            .that()
            .resideInAPackage(RUNTIME)
            .should()
            .onlyDependOnClassesThat(AllowedDependencies.to(DOMAIN, PORTS, APP))
            .because("adapters are found on the class path, and a host may use any framework or none");

    @ArchTest
    static final ArchRule the_Guice_module_knows_only_the_app_and_Guice = classes()
            .that()
            .resideInAPackage(GUICE)
            .should()
            .onlyDependOnClassesThat(AllowedDependencies.to(
                    DOMAIN, PORTS, SERVICE, STEP, OBSERVE, CONFIG, RUNTIME, GUICE, "com.google.inject.."))
            .because("it adds bindings and nothing else");

    @ArchTest
    static final ArchRule internal_packages_are_used_only_by_their_own_module = classes()
            .that()
            .resideInAPackage("dev.kycport..internal..")
            .should(ArchitectureConditions.beUsedOnlyByTheirOwnModule())
            .because("what is public only for another package of its module may change at any time");

    @ArchTest
    static final ArchRule the_host_knows_no_framework_of_the_app = classes()
            .that()
            .resideInAPackage(HOST)
            .should()
            .onlyDependOnClassesThat(AllowedDependencies.to(
                    DOMAIN,
                    PORTS,
                    SERVICE,
                    STEP,
                    OBSERVE,
                    MAINTENANCE,
                    CONFIG,
                    RUNTIME,
                    ADAPTERS,
                    HTTP,
                    HOST,
                    // Of the server alone.
                    "jakarta.servlet..",
                    "org.eclipse.jetty..",
                    "io.micrometer..",
                    "picocli..",
                    "org.jline..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "ch.qos.logback.."))
            .because("it is the example by which others embed the app, and the contract kit is for tests");

    @ArchTest
    static final ArchRule the_HTTP_adapter_knows_only_the_app_and_a_servlet = classes()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .onlyDependOnClassesThat(AllowedDependencies.to(
                    DOMAIN,
                    PORTS,
                    SERVICE,
                    STEP,
                    HTTP,
                    "jakarta.servlet..",
                    "javax.crypto..",
                    "com.fasterxml.jackson..",
                    "gg.jte..",
                    "org.slf4j"))
            .because("any container can mount it, and what it needs from inside every host would need");

    @ArchTest
    static final ArchRule only_the_server_of_the_host_knows_Jetty_and_metrics = noClasses()
            .that()
            .resideOutsideOfPackage("dev.kycport.host.serve..")
            .and()
            .resideOutsideOfPackages("dev.kycport.adapter.micrometer..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.eclipse.jetty..", "io.micrometer.."))
            .because("the server is replaceable in one package");

    @ArchTest
    static final ArchRule the_terminal_knows_only_its_libraries = classes()
            .that()
            .resideInAPackage(TERMINAL)
            .should()
            .onlyDependOnClassesThat(
                    AllowedDependencies.to(TERMINAL, "picocli..", "org.jline..", "com.fasterxml.jackson.."))
            .because("input and output are the lowest part of the command line");

    @ArchTest
    static final ArchRule only_the_main_class_knows_the_commands = noClasses()
            .that()
            .resideInAPackage(COMMAND_LINE)
            .and()
            .resideOutsideOfPackages("dev.kycport.host.cli", COMMANDS)
            .should()
            .dependOnClassesThat(resideInAPackage(COMMANDS))
            .because("commands are the highest part of the command line, and sessions and reports serve several");

    @ArchTest
    static final ArchRule an_adapter_knows_only_ports_and_the_libraries_of_its_kind = classes()
            .that()
            .resideInAPackage(ADAPTERS)
            .should(new AdapterLibraries())
            .because("an adapter is found on the class path and must fit every host");

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other = slices().matching("dev.kycport.adapter.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(FOUNDATION))
            .because("dropping one vendor must not touch another; adapter-feign is the foundation that HTTP adapters"
                    + " share");

    @ArchTest
    static final ArchRule shared_file_handling_knows_only_the_JDK = classes()
            .that()
            .resideInAPackage(FILES)
            .should()
            .onlyDependOnClassesThat(AllowedDependencies.to(FILES))
            .because("adapters of every kind build upon it");

    @ArchTest
    static final ArchRule only_Either_comes_from_Vavr = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.vavr..").and(equivalentTo(Either.class).negate()))
            .because("Try hides outages as absences, and Java has its own Optional and List");

    @ArchTest
    static final ArchRule an_adapter_shows_its_door_and_its_config = classes()
            .that()
            .resideInAPackage(ADAPTERS)
            .and()
            .resideOutsideOfPackage(FOUNDATION)
            .should(new PublicTypeLimit())
            .because("who knows one adapter knows all; only adapter-feign is built upon and so shows more");

    @ArchTest
    static final ArchRule states_are_born_only_from_moves = noClasses()
            .should()
            .accessTargetWhere(AccessPredicates.makingAStateOfAnotherPackage())
            .because("a state that no move leads to was never checked; the way back from storage is a snapshot");

    @ArchTest
    static final ArchRule raw_secrets_are_read_only_by_adapters = noClasses()
            .that()
            .resideOutsideOfPackage(ADAPTERS)
            .and(assignableTo(Secret.class).negate())
            // It compares what an adapter keeps with the secrets that it was given.
            .and(equivalentTo(KeptStateScanner.class).negate())
            .should()
            .accessTargetWhere(AccessPredicates.revealingASecret())
            .because("a number or code that is not read cannot be logged, stored or shown (P2)");

    @ArchTest
    static final ArchRule a_proof_of_consent_comes_only_from_the_ledger = noClasses()
            .that(belongToAnyOf(ConsentProof.class, ConsentLedger.class, StepStore.class)
                    .negate())
            .should()
            .accessTargetWhere(AccessPredicates.makingAProofOfConsent())
            .because("a proof says that the use is durably on record (P1)");

    @ArchTest
    static final ArchRule every_call_to_a_provider_takes_a_proof_of_consent = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(PORTS)
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Gateway")
            .should(ArchitectureConditions.takeAProofWhereTheyAskAProvider())
            .because("without consent there is no call (P1)");

    @ArchTest
    static final ArchRule only_the_runtime_reads_the_clock = noClasses()
            .that()
            .resideOutsideOfPackages(RUNTIME, KIT)
            .should()
            .accessTargetWhere(AccessPredicates.readingTheClock())
            .because("time is an argument, or no test could move it (P9); the kit times how long a real call takes");

    @ArchTest
    static final ArchRule only_the_runtime_and_adapters_take_randomness = noClasses()
            .that()
            .resideOutsideOfPackages(RUNTIME, ADAPTERS)
            .should()
            .accessTargetWhere(AccessPredicates.takingRandomness())
            .because(
                    "what is random cannot be tested (P9); an adapter's nonces and references are the vendor's affair");

    @ArchTest
    static final ArchRule packages_form_no_cycles = slices().matching("dev.kycport.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages in a cycle can only be understood together");

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes()
            .should(ArchitectureConditions.standInANullMarkedPackage())
            .because("NullAway looks away from a package that is not");

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackage(COMMAND_LINE)
            .and()
            .doNotHaveFullyQualifiedName("dev.kycport.tck.secrecy.PrintCapture")
            .should()
            .accessTargetWhere(AccessPredicates.printing())
            .because("a library that prints cannot be silenced, and a printed stack trace may hold a secret; the kit"
                    + " overhears what others print");

    @ArchTest
    static final ArchRule exceptions_are_for_bugs_and_broken_installations = noClasses()
            .that()
            .resideOutsideOfPackages(KIT, FOUNDATION)
            .should()
            .accessTargetWhere(AccessPredicates.makingAnExceptionBut(EXCEPTIONS))
            .because("what a person or vendor can cause is an Either; the kit fails by AssertionError, and"
                    + " adapter-feign has exceptions that never leave it");

    @ArchTest
    static void enough_classes_of_every_module_are_looked_at(JavaClasses classes) {
        FEWEST.forEach((place, fewest) ->
                assertThat(classes.that(resideInAPackage(place))).as(place).hasSizeGreaterThanOrEqualTo(fewest));
    }
}
