package dev.kycport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of {@link ArchitectureTest} rejects the classes that were written to break it, and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureRuleViolationsTest {

    private static final JavaClasses ALL = new ClassFileImporter().importPackages("dev.kycport");

    private static final Map<String, List<String>> VIOLATIONS = Map.ofEntries(
            broken("the_domain_knows_nothing_but_the_JDK_and_Either", "domain.violation.DomainThatKnowsPorts"),
            broken("ports_know_only_the_domain", "ports.violation.PortThatKnowsTheApp"),
            broken("the_contract_kit_knows_only_ports_and_test_libraries", "tck.violation.KitThatKnowsTheApp"),
            broken("use_cases_know_only_domain_ports_and_a_log", "app.UseCaseThatKnowsGuice"),
            broken(
                    "configuration_knows_only_its_library_and_what_it_describes",
                    "app.config.violation.ConfigThatKnowsUseCases"),
            broken("the_runtime_knows_no_framework_and_no_adapter", "app.runtime.violation.RuntimeThatReadsHocon"),
            broken("the_Guice_module_knows_only_the_app_and_Guice", "guice.violation.GuiceModuleThatKnowsAnAdapter"),
            broken("internal_packages_are_used_only_by_their_own_module", "host.violation.HostThatUsesInternals"),
            broken("the_host_knows_no_framework_of_the_app", "host.violation.HostThatKnowsGuice"),
            broken("the_HTTP_adapter_knows_only_the_app_and_a_servlet", "http.violation.ServletThatKnowsAnAdapter"),
            broken(
                    "only_the_server_of_the_host_knows_Jetty_and_metrics",
                    "host.cli.command.violation.CommandThatKnowsJetty"),
            broken("the_terminal_knows_only_its_libraries", "host.cli.terminal.violation.TerminalThatKnowsSessions"),
            broken("only_the_main_class_knows_the_commands", "host.cli.session.violation.SessionThatKnowsCommands"),
            broken(
                    "an_adapter_knows_only_ports_and_the_libraries_of_its_kind",
                    "adapter.fake.violation.FakeThatKnowsJackson",
                    "adapter.acme.AdapterThatKnowsTheApp"),
            broken("adapters_do_not_know_each_other", "adapter.acme.AdapterThatKnowsAnother"),
            broken("shared_file_handling_knows_only_the_JDK", "files.violation.FilesThatKnowTheDomain"),
            broken("only_Either_comes_from_Vavr", "host.violation.HostThatTries"),
            broken(
                    "an_adapter_shows_its_door_and_its_config",
                    "adapter.crowded.CrowdedDoor",
                    "adapter.crowded.CrowdedConfig",
                    "adapter.crowded.CrowdedThird"),
            broken("states_are_born_only_from_moves", "app.violation.StateFromNowhere"),
            broken("raw_secrets_are_read_only_by_adapters", "app.violation.CuriousUseCase"),
            broken(
                    "a_proof_of_consent_comes_only_from_the_ledger",
                    "ports.store.ForgedProof",
                    "ports.store.UnrecordedProof"),
            broken("every_call_to_a_provider_takes_a_proof_of_consent", "ports.violation.ProoflessGateway"),
            broken("only_the_runtime_reads_the_clock", "app.violation.ImpatientUseCase"),
            broken("only_the_runtime_and_adapters_take_randomness", "app.violation.PlayfulUseCase"),
            broken(
                    "packages_form_no_cycles",
                    "domain.violation.first.HalfOfACycle",
                    "domain.violation.second.OtherHalfOfACycle"),
            broken("every_package_is_null_marked", "domain.violation.UnmarkedPackage"),
            broken("only_the_command_line_prints", "app.violation.TalkativeUseCase"),
            broken("exceptions_are_for_bugs_and_broken_installations", "app.violation.ThrowingUseCase"));

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_rule_rejects_the_classes_that_break_it_and_nothing_else(String rule) throws ReflectiveOperationException {
        List<String> breakers = VIOLATIONS.get(rule);

        List<String> complaints =
                ruleOf(rule).evaluate(projectWith(breakers)).getFailureReport().getDetails();

        assertThat(breakers)
                .allSatisfy(breaker -> assertThat(complaints).anyMatch(complaint -> complaint.contains(breaker)));
        assertThat(complaints).allSatisfy(complaint -> assertThat(breakers).anyMatch(complaint::contains));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manyBreaches")
    void every_single_breach_is_noticed(String rule, int breaches) throws ReflectiveOperationException {
        List<String> breakers = VIOLATIONS.get(rule);

        List<String> complaints =
                ruleOf(rule).evaluate(projectWith(breakers)).getFailureReport().getDetails();

        assertThat(complaints).hasSize(breaches);
    }

    @Test
    void no_rule_goes_unproved() {
        assertThat(VIOLATIONS.keySet()).containsExactlyInAnyOrderElementsOf(rules().collect(Collectors.toSet()));
    }

    @Test
    void a_rule_that_holds_for_no_class_at_all_fails() {
        ArchRule misspelt = noClasses()
                .that()
                .resideInAPackage("dev.kycport.domian..")
                .should()
                .beInterfaces();

        assertThatThrownBy(() -> misspelt.check(ALL))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    static Stream<String> rules() {
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(Field::getName);
    }

    static Stream<Arguments> manyBreaches() {
        return Map.of(
                        "states_are_born_only_from_moves", 2,
                        "raw_secrets_are_read_only_by_adapters", 3,
                        "only_the_runtime_reads_the_clock", 8,
                        "only_the_runtime_and_adapters_take_randomness", 5,
                        "only_the_command_line_prints", 3,
                        "exceptions_are_for_bugs_and_broken_installations", 2)
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static Map.Entry<String, List<String>> broken(String rule, String... breakers) {
        return Map.entry(rule, Stream.of(breakers).map("dev.kycport."::concat).toList());
    }

    private static JavaClasses projectWith(List<String> breakers) {
        return ALL.that(DescribedPredicate.describe(
                "are of the project or break the rule",
                type -> isOfTheProject(type) || breakers.contains(outermost(type))));
    }

    private static boolean isOfTheProject(JavaClass type) {
        return type.getSource()
                .map(Source::getUri)
                .map(Location::of)
                .filter(new ImportOption.DoNotIncludeTests()::includes)
                .isPresent();
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass()
                .map(ArchitectureRuleViolationsTest::outermost)
                .orElse(type.getName());
    }

    private static ArchRule ruleOf(String name) throws ReflectiveOperationException {
        return (ArchRule) ArchitectureTest.class.getDeclaredField(name).get(null);
    }
}
