package dev.kycport.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.identity.Address.Part;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentityValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "12345", "12a4", "१२३४", "1234 "})
    void a_mask_shows_four_digits(String lastFour) {
        assertThatThrownBy(() -> MaskedNumber.ofAadhaar(lastFour)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 5})
    void a_mask_has_three_groups_or_four(int groups) {
        assertThatThrownBy(() -> new MaskedNumber("1234", groups)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_leaves_out_what_is_blank_and_strips_the_rest() {
        Address address = new Address(Map.of(Part.HOUSE, " 12 ", Part.STREET, " ", Part.PIN, "560001"));

        assertThat(address.parts()).isEqualTo(Map.of(Part.HOUSE, "12", Part.PIN, "560001"));
        assertThat(address.part(Part.HOUSE)).isEqualTo("12");
        assertThat(address.part(Part.STREET)).isEmpty();
    }

    @Test
    void an_address_is_written_from_the_house_to_the_country() {
        Address address = new Address(Map.of(Part.COUNTRY, "India", Part.HOUSE, "12", Part.VTC, "Bengaluru"));

        assertThat(address.line()).isEqualTo("12, Bengaluru, India");
        assertThat(Address.UNKNOWN.line()).isEmpty();
    }

    @Test
    void the_parts_of_an_address_have_names_of_their_own() {
        assertThat(Part.values())
                .extracting(Part::code)
                .doesNotHaveDuplicates()
                .contains("careOf", "subDistrict", "pin")
                .allMatch(code -> code.matches("[a-zA-Z]+"));
    }

    @Test
    void a_birth_date_is_a_day_or_a_year() {
        assertThat(BirthDate.ofDate(LocalDate.of(1990, 2, 1)).iso()).isEqualTo("1990-02-01");
        assertThat(BirthDate.ofYear(Year.of(1990)).iso()).isEqualTo("1990");
        assertThat(BirthDate.ofDate(LocalDate.of(1990, 2, 1)).year()).isEqualTo(Year.of(1990));
    }

    @Test
    void a_birth_date_outside_its_year_is_a_bug() {
        Optional<LocalDate> date = Optional.of(LocalDate.of(1991, 1, 1));

        assertThatThrownBy(() -> new BirthDate(Year.of(1990), date)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_gender_is_found_by_its_letter(Gender gender) {
        assertThat(Gender.fromLetter(gender.letter())).contains(gender);
    }

    @ParameterizedTest
    @EnumSource
    void a_document_is_found_by_its_name(DocumentType type) {
        assertThat(DocumentType.fromCode(type.code())).contains(type);
    }

    @Test
    void unknown_letters_and_names_are_nothing() {
        assertThat(Gender.fromLetter("f")).isEmpty();
        assertThat(DocumentType.fromCode("passport")).isEmpty();
    }

    @Test
    void an_identity_prints_the_mask_and_the_assurance_only() {
        VerifiedIdentity identity = TestValues.anyIdentity();

        assertThat(identity.toString())
                .contains("XXXX XXXX 7058", "DIRECT_OTP")
                .doesNotContain("Asha", "1990", "560001", "Bengaluru");
        assertThat(identity.birthDate()).hasToString("BirthDate[hidden]");
        assertThat(identity.address()).hasToString("Address[hidden]");
    }

    @Test
    void an_identity_from_other_documents_has_no_number() {
        VerifiedIdentity asha = TestValues.anyIdentity();
        IssuedDocument licence = new IssuedDocument(
                DocumentType.DRIVING_LICENCE, "Transport Department", Bytes.of(new byte[1]), MediaType.PDF);
        List<IssuedDocument> shared = new ArrayList<>(List.of(licence));
        VerifiedIdentity identity = new VerifiedIdentity(
                asha.name(),
                asha.birthDate(),
                asha.gender(),
                Address.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                shared,
                asha.assurance());
        shared.clear();

        assertThat(identity.toString()).startsWith("VerifiedIdentity[no number, ");
        assertThat(identity.documents()).hasToString("[IssuedDocument[dl]]");
    }
}
