package dev.kycport.adapter.uidai.internal.qr;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecimalNumberTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 129, 255, 256, 257, 511, 513, 3169, 4096, 4097, 7089, 8192})
    void a_number_of_any_length_is_the_one_that_the_JDK_reads(int length) {
        String digits = new Random(length)
                .ints(length, '0', '9' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(DecimalNumber.parse(digits)).isEqualTo(new BigInteger(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "000000000000000000000000000000000000000000000000000000000000000000000012"})
    void leading_zeros_do_not_matter(String digits) {
        assertThat(DecimalNumber.parse("0".repeat(700) + digits)).isEqualTo(new BigInteger(digits));
    }
}
