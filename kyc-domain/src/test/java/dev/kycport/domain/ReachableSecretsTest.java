package dev.kycport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.otp.OtpCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P2")
class ReachableSecretsTest {

    private static final OtpCode CODE = OtpCode.parse("123456").get();

    record Box(Object content) {}

    static Stream<Object> hidingPlaces() {
        return Stream.of(
                CODE,
                new Box(CODE),
                Optional.of(new Box(CODE)),
                Set.of(CODE),
                List.of(new Box(Optional.of(CODE))),
                Map.of("key", CODE),
                Map.of(CODE, "value"));
    }

    @ParameterizedTest
    @MethodSource("hidingPlaces")
    void a_secret_is_found_wherever_it_hides(Object value) {
        assertThat(ReachableSecrets.value(value)).containsExactly(CODE);
    }

    @ParameterizedTest
    @MethodSource("hidingPlaces")
    void nothing_that_holds_one_prints_it(Object value) {
        assertThat(value.toString()).doesNotContain("123456");
    }
}
