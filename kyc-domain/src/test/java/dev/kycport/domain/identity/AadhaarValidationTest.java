package dev.kycport.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.TestValues;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AadhaarValidationTest {

    private static final AadhaarValidation DEVELOPMENT = new AadhaarValidation(Set.of("655675523712", "099999990001"));

    @ParameterizedTest
    @ValueSource(strings = {"655675523712", "6556 7552 3712", "099999990001"})
    void a_listed_sandbox_number_is_accepted_although_it_breaks_the_rules(String typed) {
        assertThat(AadhaarNumber.parse(typed, DEVELOPMENT).isRight()).isTrue();
        assertThat(AadhaarNumber.parse(typed).isLeft()).isTrue();
    }

    @Test
    void an_unlisted_number_keeps_to_the_rules() {
        assertThat(AadhaarNumber.parse("999999990001", DEVELOPMENT).isLeft()).isTrue();
        assertThat(AadhaarNumber.parse(TestValues.AADHAAR, DEVELOPMENT).isRight())
                .isTrue();
    }

    @Test
    void a_list_excepts_numbers_and_not_shapes() {
        AadhaarValidation rules = new AadhaarValidation(Set.of("123", "abcdefghijkl"));

        assertThat(AadhaarNumber.parse("123", rules).isLeft()).isTrue();
        assertThat(AadhaarNumber.parse("abcdefghijkl", rules).isLeft()).isTrue();
    }

    @Test
    void the_list_is_copied_and_never_printed() {
        Set<String> list = new HashSet<>(Set.of("655675523712"));
        AadhaarValidation rules = new AadhaarValidation(list);
        list.add("999999990001");

        assertThat(AadhaarNumber.parse("999999990001", rules).isLeft()).isTrue();
        assertThat(rules).hasToString("AadhaarValidation[1 sandbox numbers]");
    }

    @Test
    void more_digits_than_an_aadhaar_number_make_a_virtual_id() {
        assertThat(IdentityNumber.parseNumber(TestValues.AADHAAR, AadhaarValidation.STRICT)
                        .get())
                .isInstanceOf(AadhaarNumber.class);
        assertThat(IdentityNumber.parseNumber("9999 4105 7058", AadhaarValidation.STRICT)
                        .get())
                .isInstanceOf(AadhaarNumber.class);
        assertThat(IdentityNumber.parseNumber(TestValues.VID, AadhaarValidation.STRICT)
                        .get())
                .isInstanceOf(VirtualId.class);
        assertThat(IdentityNumber.parseNumber("6556 7552 3712", DEVELOPMENT).isRight())
                .isTrue();
    }

    @Test
    void what_is_neither_is_refused_under_the_field_that_was_asked_for() {
        assertThat(((InputRejection) IdentityNumber.parseNumber("", AadhaarValidation.STRICT)
                                .getLeft())
                        .field())
                .isEqualTo(InputField.AADHAAR);
        assertThat(((InputRejection) IdentityNumber.parseNumber("1".repeat(14), AadhaarValidation.STRICT)
                                .getLeft())
                        .field())
                .isEqualTo(InputField.AADHAAR);
        assertThat(((InputRejection) IdentityNumber.parseNumber("1".repeat(15), AadhaarValidation.STRICT)
                                .getLeft())
                        .field())
                .isEqualTo(InputField.AADHAAR);
        assertThat(IdentityNumber.parseNumber("1".repeat(15), AadhaarValidation.STRICT)
                        .getLeft()
                        .summary())
                .isEqualTo("aadhaar must be 16 digits");
    }
}
