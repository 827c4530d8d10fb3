package dev.kycport.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.ports.spi.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what operators read is still true. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OperationsPageTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path OPERATIONS = DOCS.resolve("operations.md");
    private static final Path MIGRATIONS =
            Path.of("../adapter-jdbc/src/main/resources/dev/kycport/adapter/jdbc/schema");
    private static final Pattern COMMAND = Pattern.compile("kyc((?: [a-z]+)+)");
    private static final Pattern MADE = Pattern.compile("CREATE (?:TABLE|(?:UNIQUE )?INDEX) (\\w+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "../docs/operations.md", "../docs/keys.md"})
    void every_command_that_is_named_is_there(String page) throws IOException {
        Set<String> commands = new TreeSet<>();
        found(Pattern.compile("\\./kyc [^`\n]*"), Files.readString(Path.of(page))).stream()
                .flatMap(text -> found(COMMAND, text).stream())
                .forEach(commands::add);

        assertThat(commands).isNotEmpty().allSatisfy(command -> {
            String[] words = (known(command.substring("kyc ".length())) + " --help").split(" ", -1);
            assertThat(new CliHarness().run(words).out()).contains("Usage: kyc " + known(command.substring(4)));
        });
    }

    @Test
    void every_table_and_index_is_explained() throws IOException {
        String page = Files.readString(OPERATIONS);
        List<String> made = new ArrayList<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                found(MADE, Files.readString(file))
                        .forEach(text -> made.add(text.substring(text.lastIndexOf(' ') + 1)));
            }
        }

        assertThat(made)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void every_setting_of_a_database_is_listed() throws IOException {
        String page = Files.readString(OPERATIONS);

        assertThat(InstalledPlugins.find().stores().stream()
                        .filter(factory -> factory.supports("jdbc:postgresql:x"))
                        .flatMap(factory -> factory.settings("jdbc:postgresql:x").stream())
                        .map(Setting::key))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    @Test
    void every_name_of_the_export_is_explained() throws IOException {
        String page = Files.readString(OPERATIONS);
        PersistentStoreFixture persistentStoreFixture = new PersistentStoreFixture(folder);
        persistentStoreFixture.withdraw(persistentStoreFixture.createVerified("asha"));

        Set<String> names = names(FakeProviderValuesTest.json(persistentStoreFixture.run("consent export")));

        assertThat(names)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    // Only the words that are commands; what follows them is an argument.
    private static String known(String words) {
        String[] parts = words.split(" ", -1);
        boolean group = Set.of("consent", "hold", "keys").contains(parts[0]);
        return group && parts.length > 1 ? parts[0] + " " + parts[1] : parts[0];
    }

    private static Set<String> names(JsonNode json) {
        Set<String> names = new TreeSet<>();
        json.fieldNames().forEachRemaining(names::add);
        json.forEach(child -> names.addAll(names(child)));
        return names;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
