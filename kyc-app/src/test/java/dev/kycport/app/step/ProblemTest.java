package dev.kycport.app.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.failure.VerdictCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemTest {

    private static final Instant NOW = Instant.parse("2026-02-03T09:08:07Z");

    @Test
    void every_failure_has_the_status_that_the_documentation_says() {
        List<List<String>> documented = FailuresPage.rows("HTTP status");

        assertThat(documented)
                .allSatisfy(row -> assertThat(Problem.statusOf(row.get(0)))
                        .as(row.get(0))
                        .isEqualTo(Integer.parseInt(row.get(1))));
        assertThat(new TreeSet<>(documented.stream().map(row -> row.get(0)).toList()))
                .isEqualTo(failures());
    }

    @Test
    void a_code_that_no_failure_has_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.statusOf("otp.wrong-code"));
    }

    @Test
    void a_value_of_the_wrong_form_names_its_field() {
        Problem problem = Problem.of(InputField.OTP.reject("must be 6 digits"));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.type()).isEqualTo("urn:kycport:problem:input.invalid");
        assertThat(problem.field()).contains("otp");
        assertThat(problem.title()).isEqualTo("otp must be 6 digits");
    }

    @Test
    void a_failure_that_waiting_mends_says_how_long() {
        Problem problem = Problem.of(new OtpRejection.ResendTooSoon(NOW.plusSeconds(45), Duration.ofSeconds(45)));

        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(45));
    }

    @Test
    void a_verdict_is_a_step_that_went_through() {
        assertThat(Problem.of(VerdictCode.WRONG_CODE.report()).status()).isEqualTo(200);
    }

    private static Set<String> failures() {
        return FailuresPage.codes("Rejections", "Provider failures");
    }
}
