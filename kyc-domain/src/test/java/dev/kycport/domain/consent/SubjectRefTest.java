package dev.kycport.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SubjectRefTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer-7",
                "7",
                "asha@host.example",
                "2f1c0e0a-0000-4000-8000-000000000001",
                "12345678901",
                "1234567890123",
                "c99994105705"
            })
    void a_host_names_its_people_as_it_likes(String text) {
        assertThat(SubjectRef.parse(text).get()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999941057058",
                "9999 4105 7058",
                "9999-4105-7058",
                "9999  4105  7058",
                "9999.4105.7058",
                "(9999) 4105/7058",
                "९९९९४१०५७०५८",
                "９９９９４１０５７０５８",
                "9171234567890125",
                "9171 2345 6789 0125",
                "000000000000",
                "cust-999971658847",
                "customer 9999 4105 7058 (Asha)",
                "kyc/9171-2345-6789-0125",
                "id:९९९९ ४१०५ ७०५८"
            })
    void but_never_by_what_could_be_an_identity_number(String text) {
        InputRejection rejection = (InputRejection) SubjectRef.parse(text).getLeft();

        assertThat(rejection.field()).isEqualTo(InputField.SUBJECT);
        assertThat(rejection.summary()).isEqualTo("subject must not look like an identity number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000"})
    void nor_by_nothing_or_controls(String text) {
        assertThat(SubjectRef.parse(text).isLeft()).isTrue();
    }

    @Test
    void a_name_has_at_most_128_characters() {
        assertThat(SubjectRef.parse("c".repeat(128)).isRight()).isTrue();
        assertThat(SubjectRef.parse("c".repeat(129)).isLeft()).isTrue();
    }
}
