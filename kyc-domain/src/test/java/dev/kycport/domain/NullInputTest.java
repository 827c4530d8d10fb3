package dev.kycport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.AadhaarNumber;
import dev.kycport.domain.identity.AadhaarValidation;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.identity.VirtualId;
import dev.kycport.domain.otp.OtpCode;
import io.vavr.control.Either;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A field that is missing in a form or a query comes as null. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NullInputTest {

    static Stream<Either<KycFailure, ?>> texts() {
        return Stream.of(
                IdentityNumber.parseNumber(null, AadhaarValidation.STRICT),
                AadhaarNumber.parse(null),
                VirtualId.parse(null),
                CaptchaAnswer.parse(null),
                ReturnUrl.parse(null),
                RedirectUrl.parse(null),
                AuthorizationCode.parse(null),
                SubjectRef.parse(null),
                Purpose.parse(null),
                ConsentNotice.parse(null, "en-IN", "We fetch your name."),
                ConsentNotice.parse("opening v1", "en-IN", null));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_missing_text_is_an_empty_one(Either<KycFailure, ?> parsed) {
        assertThat(((InputRejection) parsed.getLeft()).reason()).isEqualTo("must not be empty");
    }

    @Test
    void a_missing_code_and_a_missing_language_say_what_they_must_be() {
        assertThat(OtpCode.parse(null)).isEqualTo(OtpCode.parse(""));
        assertThat(ConsentNotice.parse("opening v1", null, "We fetch your name."))
                .isEqualTo(ConsentNotice.parse("opening v1", "", "We fetch your name."));
    }

    @Test
    void a_missing_name_names_nothing() {
        assertThat(SessionId.tryParse(null)).isEmpty();
        assertThat(ConsentId.tryParse(null)).isEmpty();
        assertThat(ProviderId.tryParse(null)).isEmpty();
        assertThat(Flow.fromCode(null)).isEmpty();
        assertThat(DocumentType.fromCode(null)).isEmpty();
    }
}
