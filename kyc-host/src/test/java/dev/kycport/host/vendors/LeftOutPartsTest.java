package dev.kycport.host.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.SessionId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P10")
class LeftOutPartsTest {

    private static final StubbedVendor DEEPVUE = StubbedVendor.deepvue();

    @BeforeAll
    static void start() {
        DEEPVUE.start();
    }

    @AfterAll
    static void stop() {
        DEEPVUE.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'photo': 'https://files.example.com/p.jpg'|photo",
                "'photo': 'not available'|photo",
                "'address': '1, 1st Main', 'photo': 5|address,photo",
                "'maskedNumber': 'hidden'|number"
            })
    void the_trail_names_what_was_left_out_of_an_identity(String fields, String parts) {
        assertThat(trail(fields)).containsExactly("identity.left-out:" + parts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"'photo': ''", "'photo': null, 'address': []", "'address': '', 'maskedNumber': null"})
    void the_trail_has_no_note_about_what_is_absent(String fields) {
        assertThat(trail(fields)).isEmpty();
    }

    private static List<String> trail(String fields) {
        DEEPVUE.reset();
        DEEPVUE.answerVerify(
                200,
                "{'transaction_id': 't-2', 'data': {'name': 'Test Resident One', 'dateOfBirth': '01-02-1990',"
                        + " 'gender': 'M', " + fields + "}}");
        TestHost host = TestHost.routed(List.of(DEEPVUE), DEEPVUE);
        SessionId id = host.consented();
        host.start(id);

        assertThat(host.submit(id)).isEqualTo("verified");

        return host.auditCodes(id);
    }
}
