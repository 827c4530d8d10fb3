package dev.kycport.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceValuesTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-31T00:00:00Z");
    private static final EvidenceDigest DIGEST = EvidenceDigest.of(Bytes.of(new byte[0]));
    private static final EvidenceSigner SIGNER = new EvidenceSigner("DS Test", DIGEST, FROM, UNTIL);

    @Test
    void a_digest_is_the_SHA_256_of_the_file() {
        Bytes abc = Bytes.of("abc".getBytes(StandardCharsets.US_ASCII));

        assertThat(EvidenceDigest.of(abc))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ba78", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"})
    void a_digest_of_another_form_is_a_bug(String hex) {
        assertThatThrownBy(() -> new EvidenceDigest(hex)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void both_ends_belong_to_the_period_of_a_signer() {
        assertThat(SIGNER.isValidAt(FROM)).isTrue();
        assertThat(SIGNER.isValidAt(UNTIL)).isTrue();
        assertThat(SIGNER.isValidAt(FROM.minusNanos(1))).isFalse();
        assertThat(SIGNER.isValidAt(UNTIL.plusNanos(1))).isFalse();
    }

    @Test
    void a_period_that_ends_before_it_begins_is_a_bug() {
        assertThatThrownBy(() -> new EvidenceSigner("DS Test", DIGEST, UNTIL, FROM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new EvidenceSigner("DS Test", DIGEST, FROM, FROM).isValidAt(FROM))
                .isTrue();
    }

    @Test
    void a_signer_without_a_purpose_is_a_bug() {
        assertThatThrownBy(() -> new TrustedSigner(SIGNER, Set.of(), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void four_verdicts_rest_on_a_trusted_signature() {
        assertThat(Arrays.stream(EvidenceVerdict.values()).filter(EvidenceVerdict::isSigned))
                .containsExactly(
                        EvidenceVerdict.GENUINE,
                        EvidenceVerdict.SIGNER_NOT_VALID_THEN,
                        EvidenceVerdict.TOO_OLD,
                        EvidenceVerdict.LAYOUT_UNKNOWN);
    }

    @Test
    void the_codes_are_the_words_of_reports() {
        assertThat(Arrays.stream(EvidenceVerdict.values()).map(EvidenceVerdict::code))
                .containsExactly(
                        "genuine",
                        "altered",
                        "signer-unknown",
                        "signer-not-valid-then",
                        "too-old",
                        "layout-unknown",
                        "unreadable",
                        "wrong-share-code");
        assertThat(Arrays.stream(EvidenceKind.values()).map(EvidenceKind::code))
                .containsExactly("offline-xml", "secure-qr", "digilocker-xml");
        assertThat(Arrays.stream(ContactMatch.values()).map(ContactMatch::code))
                .containsExactly("yes", "yes-plain", "no", "not-asked");
    }

    @ParameterizedTest
    @EnumSource
    void a_purpose_is_found_by_its_code(SignerPurpose purpose) {
        assertThat(SignerPurpose.fromCode(purpose.code())).contains(purpose);
        assertThat(SignerPurpose.fromCode(purpose.name())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_need_is_found_by_its_code(EvidencePolicy.Need need) {
        assertThat(EvidencePolicy.Need.fromCode(need.code())).contains(need);
        assertThat(EvidencePolicy.Need.fromCode("always")).isEmpty();
    }

    @Test
    void a_policy_accepts_ages_from_an_hour_to_ten_years() {
        assertThat(policy(Duration.ofHours(1), false).maxAge()).contains(Duration.ofHours(1));
        assertThat(policy(Duration.ofDays(3660), false).maxAge()).contains(Duration.ofDays(3660));
        assertThatThrownBy(() -> policy(Duration.ofMinutes(59), false)).hasMessageContaining("evidence max age");
        assertThatThrownBy(() -> policy(Duration.ofDays(3661), false)).hasMessageContaining("evidence max age");
        assertThat(EvidencePolicy.DEFAULT)
                .isEqualTo(new EvidencePolicy(EvidencePolicy.Need.OFF, Optional.of(Duration.ofDays(3)), false));
    }

    @ParameterizedTest
    @CsvSource({
        "YES,NOT_ASKED,true",
        "NOT_ASKED,YES_PLAIN,true",
        "YES,YES,true",
        "YES,NO,false",
        "NO,YES,false",
        "NO,NOT_ASKED,false",
        "NOT_ASKED,NOT_ASKED,false"
    })
    void where_contact_data_must_match_one_is_needed_and_none_may_be_wrong(
            ContactMatch mobile, ContactMatch email, boolean accepted) {
        Evidence evidence =
                new Evidence(EvidenceKind.SECURE_QR, "V1", SIGNER, Optional.of(FROM), DIGEST, mobile, email);

        assertThat(policy(Duration.ofDays(1), true).acceptsContact(evidence)).isEqualTo(accepted);
        assertThat(policy(Duration.ofDays(1), false).acceptsContact(evidence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9800000002", "+91 98000-00002", " 98000 00002 "})
    void a_mobile_number_is_ten_digits_with_or_without_the_country(String typed) {
        assertThat(MobileNumber.parse(typed).get().reveal()).isEqualTo("9800000002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "980000000", "98000000021", "98000x0002"})
    void what_is_no_mobile_number_is_rejected(String typed) {
        assertThat(rejected(MobileNumber.parse(typed))).isEqualTo(InputField.MOBILE);
        assertThat(rejected(MobileNumber.parse(null))).isEqualTo(InputField.MOBILE);
    }

    @Test
    void a_share_code_has_up_to_32_characters_and_no_blanks_around_it() {
        assertThat(ShareCode.parse(" Abc@123\n").get().reveal()).isEqualTo("Abc@123");
        assertThat(ShareCode.parse("x".repeat(32)).isRight()).isTrue();
        assertThat(rejected(ShareCode.parse("x".repeat(33)))).isEqualTo(InputField.SHARE_CODE);
        assertThat(rejected(ShareCode.parse(" "))).isEqualTo(InputField.SHARE_CODE);
        assertThat(rejected(ShareCode.parse(null))).isEqualTo(InputField.SHARE_CODE);
    }

    @Test
    void an_email_address_has_an_at_sign_after_a_name() {
        assertThat(EmailAddress.parse(" Asha@Example.in ").get().reveal()).isEqualTo("Asha@Example.in");
        assertThat(List.of("", "asha", "@example.in", "a@" + "x".repeat(253)))
                .allSatisfy(
                        typed -> assertThat(rejected(EmailAddress.parse(typed))).isEqualTo(InputField.EMAIL));
        assertThat(rejected(EmailAddress.parse(null))).isEqualTo(InputField.EMAIL);
    }

    @Test
    void none_of_the_secrets_is_printed() {
        assertThat(List.of(
                        ShareCode.parse("Abc@123").get(),
                        MobileNumber.parse("9800000002").get(),
                        EmailAddress.parse("asha@example.in").get()))
                .allSatisfy(secret -> assertThat(secret.toString()).endsWith("[hidden]"));
    }

    private static EvidencePolicy policy(Duration maxAge, boolean contactMustMatch) {
        return new EvidencePolicy(EvidencePolicy.Need.REQUIRED, Optional.of(maxAge), contactMustMatch);
    }

    private static InputField rejected(Either<KycFailure, ?> parsed) {
        return ((InputRejection) parsed.getLeft()).field();
    }
}
