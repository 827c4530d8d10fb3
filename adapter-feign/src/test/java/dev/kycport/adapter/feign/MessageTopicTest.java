package dev.kycport.adapter.feign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MessageTopicTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invalid UID. Please enter valid UID|NUMBER_INVALID",
                "Invalid Aadhaar Number Pattern.|NUMBER_INVALID",
                "invalid aadhaar_no|NUMBER_INVALID",
                "Aadhaar number does not exist|NUMBER_INVALID",
                "The Aadhaar number you entered is not valid|NUMBER_INVALID",
                "No mobile number is linked to this Aadhaar number.|MOBILE_NOT_LINKED",
                "No mobile linked to this Aadhaar number|MOBILE_NOT_LINKED",
                "Mobile number not linked with Aadhaar|MOBILE_NOT_LINKED",
                "Aadhaar is not linked with any mobile number|MOBILE_NOT_LINKED",
                "A code went to the registered mobile number already. Please wait a minute.|CODE_PENDING",
                "OTP already sent to the registered mobile number|CODE_PENDING",
                "OTP has already been sent. Please try after sometime|CODE_PENDING",
                "wait 45 seconds before the same aadhaar number is asked again|CODE_PENDING",
                "Invalid request for aadhaar number, retry after 30 seconds|CODE_PENDING",
                "Aadhaar service cannot be reached|SOURCE_UNAVAILABLE",
                "The Aadhaar service could not be reached. Please try again.|SOURCE_UNAVAILABLE",
                "UIDAI server is down|SOURCE_UNAVAILABLE",
                "Unable to connect to UIDAI for this aadhaar number|SOURCE_UNAVAILABLE",
                "Mobile number service unavailable|SOURCE_UNAVAILABLE",
                "Invalid response from Aadhaar server, internal error|SOURCE_UNAVAILABLE",
                "Too many attempts, request a new OTP|TOO_MANY_ATTEMPTS",
                "Maximum attempts for this session reached|TOO_MANY_ATTEMPTS",
                "OTP attempts exceeded for the Aadhaar number|TOO_MANY_ATTEMPTS",
                "Invalid OTP or reference|CODE_WRONG",
                "invalid otp or reference id|CODE_WRONG",
                "Wrong OTP for this reference id.|CODE_WRONG",
                "OTP entered is invalid|CODE_WRONG",
                "OTP does not match|CODE_WRONG",
                "OTP expired for session|CODE_EXPIRED",
                "The code is no longer valid|CODE_EXPIRED",
                "Session expired. Please request a new OTP|SESSION_LOST",
                "Invalid reference_id|SESSION_LOST",
                "reference id not found|SESSION_LOST",
                "client_id is invalid|SESSION_LOST",
                "Invalid purpose for aadhaar number|HOST_FIELD",
                "Captcha is incorrect, session expired|CAPTCHA"
            })
    void a_message_has_one_topic(String message, MessageTopic topic) {
        assertThat(MessageTopic.of(message)).hasValue(topic);
        assertThat(MessageTopic.of(message.toUpperCase(java.util.Locale.ROOT))).hasValue(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Something about the aadhaar number",
                "OTP sent to your mobile number",
                "Please enter the number",
                "reference 12 of your request",
                "Invalid input",
                "mobile",
                "aadhaar"
            })
    void a_vague_message_has_none(String message) {
        assertThat(MessageTopic.of(message)).isEmpty();
    }
}
