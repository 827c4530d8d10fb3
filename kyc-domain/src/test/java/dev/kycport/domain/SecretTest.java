package dev.kycport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.identity.AadhaarNumber;
import dev.kycport.domain.identity.VirtualId;
import dev.kycport.domain.otp.OtpCode;
import java.io.Serializable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P2")
class SecretTest {

    static Stream<Secret> hidden() {
        return Stream.of(
                OtpCode.parse("123456").get(),
                CaptchaAnswer.parse("KYC42").get(),
                AuthorizationCode.parse("granted").get(),
                ReturnUrl.parse("https://host.example/back?code=granted").get());
    }

    static Stream<Secret> all() {
        return Stream.concat(
                hidden(),
                Stream.of(
                        AadhaarNumber.parse(TestValues.AADHAAR).get(),
                        VirtualId.parse(TestValues.VID).get()));
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void it_prints_as_nothing(Secret secret) {
        assertThat(secret).hasToString(secret.getClass().getSimpleName() + "[hidden]");
    }

    @ParameterizedTest
    @MethodSource("all")
    void its_hash_tells_the_kind_and_not_the_value(Secret secret) {
        assertThat(secret.hashCode()).isEqualTo(secret.getClass().hashCode());
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_cannot_be_serialised(Secret secret) {
        assertThat(secret).isNotInstanceOf(Serializable.class);
    }

    @Test
    void two_of_a_kind_are_equal_by_value() {
        assertThat(OtpCode.parse("123456")).isEqualTo(OtpCode.parse("123456"));
        assertThat(OtpCode.parse("123456")).isNotEqualTo(OtpCode.parse("123457"));
        assertThat(OtpCode.parse("123456").get()).isNotEqualTo("123456").isNotEqualTo(null);
    }

    @Test
    void two_kinds_are_never_equal() {
        Secret code = OtpCode.parse("123456").get();
        Secret answer = CaptchaAnswer.parse("123456").get();

        assertThat(code).isNotEqualTo(answer);
        assertThat(code.reveal()).isEqualTo(answer.reveal());
    }
}
