package dev.kycport.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.TestValues;
import dev.kycport.domain.failure.InputField;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class IdentityNumberPropertyTest {

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.longs().between(20_000_000_000L, 99_999_999_999L).map(eleven -> checked("" + eleven));
    }

    @Provide
    Arbitrary<String> vids() {
        return Arbitraries.strings().numeric().ofLength(15).map(IdentityNumberPropertyTest::checked);
    }

    @Property
    void a_number_that_checks_is_accepted_plain_and_grouped(@ForAll("numbers") String digits) {
        String grouped = grouped(digits);

        assertThat(AadhaarNumber.parse(digits).get().reveal()).isEqualTo(digits);
        assertThat(AadhaarNumber.parse(grouped)).isEqualTo(AadhaarNumber.parse(digits));
    }

    @Property
    void a_vid_that_checks_is_accepted_plain_and_grouped(@ForAll("vids") String digits) {
        String grouped = grouped(digits);

        assertThat(VirtualId.parse(digits).get().reveal()).isEqualTo(digits);
        assertThat(VirtualId.parse(grouped)).isEqualTo(VirtualId.parse(digits));
    }

    @Property
    void only_numbers_are_accepted_with_blanks_and_hyphens_anywhere(@ForAll String typed) {
        boolean accepted = AadhaarNumber.parse(typed).isRight();

        String bare = InputField.withoutSeparators(typed);
        assertThat(accepted).isEqualTo(bare.matches("[2-9][0-9]{11}") && Verhoeff.isValid(bare));
    }

    @Property
    void a_character_too_many_or_changed_is_refused(
            @ForAll("numbers") String digits, @ForAll @IntRange(max = 11) int at, @ForAll char other) {
        String changed = digits.substring(0, at) + other + digits.substring(at + 1);
        String longer = digits.substring(0, at) + other + digits.substring(at);

        assertThat(AadhaarNumber.parse(changed).isRight()).isEqualTo(changed.equals(digits));
        boolean separator = InputField.withoutSeparators(String.valueOf(other)).isEmpty();
        assertThat(AadhaarNumber.parse(longer).isRight()).isEqualTo(separator);
    }

    @Property
    void every_single_wrong_digit_is_caught(@ForAll("numbers") String digits) {
        for (int at = 0; at < 12; at++) {
            for (char other = '0'; other <= '9'; other++) {
                String wrong = digits.substring(0, at) + other + digits.substring(at + 1);

                assertThat(AadhaarNumber.parse(wrong).isRight()).isEqualTo(wrong.equals(digits));
            }
        }
    }

    @Property
    void every_swap_of_neighbours_is_caught(@ForAll("vids") String digits) {
        for (int at = 0; at < 15; at++) {
            String swapped =
                    digits.substring(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.substring(at + 2);

            assertThat(VirtualId.parse(swapped).isRight()).isEqualTo(swapped.equals(digits));
        }
    }

    @Property
    @Tag("P2")
    void a_number_shows_its_last_four_digits_only(@ForAll("numbers") String digits, @ForAll("vids") String vid) {
        assertThat(AadhaarNumber.parse(digits).get()).hasToString("XXXX XXXX " + digits.substring(8));
        assertThat(VirtualId.parse(vid).get()).hasToString("XXXX XXXX XXXX " + vid.substring(12));
    }

    @Property
    @Tag("P2")
    void a_refusal_does_not_depend_on_the_value(@ForAll("numbers") String digits) {
        String wrong = digits.substring(0, 11) + (char) ('0' + (digits.charAt(11) - '0' + 1) % 10);
        String otherWrong = TestValues.AADHAAR.substring(0, 11) + "0";

        assertThat(AadhaarNumber.parse(wrong)).isEqualTo(AadhaarNumber.parse(otherWrong));
    }

    private static String checked(String digits) {
        return IntStream.range(0, 10)
                .mapToObj(last -> digits + last)
                .filter(Verhoeff::isValid)
                .findFirst()
                .orElseThrow();
    }

    private static String grouped(String digits) {
        return digits.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
