package dev.kycport.adapter.accuauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kycport.adapter.accuauth.AccuauthReplies.ValidateOtpResult;
import dev.kycport.adapter.feign.internal.ObjectMapperFactory;
import dev.kycport.domain.Flow;
import dev.kycport.domain.identity.Address.Part;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.tck.sample.SampleValues;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AccuauthIdentityMapperTest {

    private static final String ASHA = "'full_name': ' Asha Test Rao ', 'dob': '1990-02-01', 'gender': 'F'";

    @Test
    void a_person_is_told_in_accuauths_own_words() throws JsonProcessingException {
        VerifiedIdentity person = person(ASHA + ", 'aadhaar_number': '999941057058', 'zip': '560001', 'address': {"
                + "'house': '1', 'street': '1st Main', 'landmark': 'Lake', 'loc': 'Layout', 'vtc': 'City',"
                + "'subdist': 'Taluk', 'dist': 'District', 'po': 'PO', 'state': 'Karnataka', 'country': 'India'}");

        assertThat(person.name()).isEqualTo("Asha Test Rao");
        assertThat(person.birthDate()).isEqualTo(BirthDate.ofDate(LocalDate.of(1990, 2, 1)));
        assertThat(person.gender()).isEqualTo(Gender.FEMALE);
        assertThat(person.number()).hasValue(MaskedNumber.ofAadhaar("7058"));
        assertThat(person.address().line())
                .isEqualTo("1, 1st Main, Lake, Layout, City, Taluk, District, PO, Karnataka, 560001, India");
    }

    @ParameterizedTest
    @CsvSource({"M,MALE", "F,FEMALE", "O,TRANSGENDER"})
    void the_other_gender_is_uidais_third(String letter, Gender gender) throws JsonProcessingException {
        assertThat(person("'full_name': 'Asha Test Rao', 'dob': '1990-02-01', 'gender': '" + letter + "'")
                        .gender())
                .isEqualTo(gender);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'care_of': 'C/O One'",
                "'address': {'care_of': 'C/O One'}",
                "'care_of': ' ', 'address': {'care_of': 'C/O One'}",
                "'care_of': 'C/O One', 'address': {'care_of': 'C/O Two'}"
            },
            quoteCharacter = '`')
    void care_of_lies_beside_the_address_or_in_it(String where) throws JsonProcessingException {
        assertThat(person(ASHA + ", " + where).address().part(Part.CARE_OF)).isEqualTo("C/O One");
    }

    @Test
    void a_part_of_the_address_may_be_a_number() throws JsonProcessingException {
        assertThat(person(ASHA + ", 'address': {'house': 12, 'street': 4, 'loc': ' ', 'vtc': null, 'dist': true}")
                        .address()
                        .line())
                .isEqualTo("12, 4");
    }

    private static VerifiedIdentity person(String fields) throws JsonProcessingException {
        ValidateOtpResult validateOtpResult = ObjectMapperFactory.create(10_000)
                .readValue("{" + fields.replace('\'', '"') + "}", ValidateOtpResult.class);
        return AccuauthIdentityMapper.toDraft(validateOtpResult, SampleValues.NOW)
                .get()
                .toIdentity(new Assurance(Flow.DIRECT_OTP, AccuauthProviderFactory.ID, SampleValues.NOW));
    }
}
