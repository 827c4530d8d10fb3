package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.ports.spi.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** If it fails, mend the table of settings in docs/resilience.md. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResilienceDocTest {

    private static final Path PAGE = Path.of("..", "docs", "resilience.md");

    @Test
    void every_setting_stands_there_with_its_default() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);

        assertThat(GuardSettings.ALL)
                .allSatisfy(setting -> assertThat(lines).anyMatch(line -> line.startsWith(row(setting))));
    }

    private static String row(Setting<?> setting) {
        return "| `" + setting.key() + "` | "
                + setting.defaultValue().map(ResilienceDocTest::written).orElse("none") + " |";
    }

    private static String written(Object value) {
        return value instanceof Duration length ? length.toSeconds() + "s" : value.toString();
    }
}
