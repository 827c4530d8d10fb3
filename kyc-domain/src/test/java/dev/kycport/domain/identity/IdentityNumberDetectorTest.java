package dev.kycport.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentityNumberDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999941057058",
                "loan for 9999 4105 7058, Pune",
                "cust-999971658847",
                "99 99 41 05 70 58",
                "9999\u00A04105\u00A07058",
                "9999 - 4105 - 7058",
                "7: 9999.4105.7058",
                "vid 9171 2345 6789 0125",
                "x9171234567890125y",
                "९९९९ ४१०५ ७०५८"
            })
    void a_number_is_found_in_any_grouping_and_inside_other_text(String text) {
        assertThat(IdentityNumberDetector.containsNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "KYC check from the command line",
                "999941057059",
                "customer 12345678901",
                "1999941057058",
                "99994105705812",
                "2f1c0e0a-0000-4000-8000-000000000001",
                "2026-11-28 01:26:05",
                "+91 98765 43210",
                "9999 4105 and 7058"
            })
    void other_digits_are_no_number(String text) {
        assertThat(IdentityNumberDetector.containsNumber(text)).isFalse();
    }
}
