package dev.kycport.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentTextNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"loan of 9999 4105 7058", "999941057058", "VID 9171-2345-6789-0125"})
    void a_purpose_and_a_notice_contain_no_identity_number(String text) {
        assertThat(Purpose.parse(text).getLeft().summary()).isEqualTo("purpose must not contain an identity number");
        assertThat(ConsentNotice.parse("n v1", "en-IN", text).getLeft().summary())
                .isEqualTo("notice must not contain an identity number");
        assertThat(ConsentNotice.parse(text, "en-IN", "We ask UIDAI.").getLeft().summary())
                .isEqualTo("notice must not contain an identity number");
    }
}
