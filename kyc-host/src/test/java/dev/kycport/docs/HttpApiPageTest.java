package dev.kycport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.app.config.KycConfig;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.host.serve.ServedInstallation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The pages about the API, compared with the code and carried out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpApiPageTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    @TempDir
    private Path folder;

    static boolean hasCurl() {
        boolean found = Files.isExecutable(Path.of("/usr/bin/curl"));
        if (!found) {
            System.err.println("NO CURL: the walk-through of docs/http-api.md is NOT run; install curl");
        }
        return found;
    }

    @Test
    @EnabledIf("hasCurl")
    void its_walk_through_verifies_a_person() throws IOException, InterruptedException {
        String script = SHELL.matcher(Files.readString(DOCS.resolve("http-api.md")))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\necho\n", "set -eu\n", "\necho\n"));
        KycConfig config = KycConfig.parse(
                "kyc { profile = development, store { url = memory }, providers { fake {} } }",
                InstalledPlugins.find(),
                Map.of());
        try (ServedInstallation served = ServedInstallation.start(config, Optional.of(0))) {
            ProcessBuilder shell = new ProcessBuilder("bash", "-c", script)
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            shell.environment().put("API", served.url() + "/v1");
            shell.environment().put("KEY", served.sessionKey().orElseThrow());
            Process run = shell.start();
            String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).as(output).isZero();
            assertThat(output)
                    .contains(
                            "\"screen\":\"consent\"",
                            "\"screen\":\"number\"",
                            "\"code\":\"otp.wrong-code\"",
                            "\"state\":\"verified\"",
                            "\"name\":\"Asha Test Rao\"",
                            "\"screen\":\"completed\"",
                            "\"kind\":\"used\"")
                    .doesNotContain("\"status\":4", "\"status\":5");
        }
    }

    @Test
    void every_problem_of_http_is_listed() throws IOException {
        String source = Files.readString(
                        Path.of("../adapter-http/src/main/java/dev/kycport/http/internal/web/HttpProblem.java"))
                + Files.readString(Path.of("src/main/java/dev/kycport/host/serve/ProblemErrorHandler.java"));
        TreeSet<String> codes = Pattern.compile("\"(http\\.[a-z-]+)\"")
                .matcher(source.replace("\\\"", "\""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(codes).hasSizeGreaterThan(15);
        assertThat(Files.readString(DOCS.resolve("http-api.md"))).contains(codes);
    }

    @Test
    void every_test_that_the_security_page_names_is_there() throws IOException {
        List<MatchResult> named = TEST.matcher(Files.readString(DOCS.resolve("security.md")))
                .results()
                .toList();

        assertThat(named).hasSizeGreaterThan(15);
        for (MatchResult test : named) {
            assertThat(source(test.group(1))).contains(test.group(2) == null ? "class" : " " + test.group(2) + "(");
        }
    }

    private static String source(String test) throws IOException {
        try (Stream<Path> adapter = Files.walk(Path.of("../adapter-http/src/test"));
                Stream<Path> host = Files.walk(Path.of("src/test"))) {
            Path found = Stream.concat(adapter, host)
                    .filter(file -> file.endsWith(test + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + test));
            return Files.readString(found);
        }
    }
}
