package dev.kycport.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.failure.ConsentRejection.NotCovering.Gap;
import dev.kycport.domain.failure.RetryAdvice.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailuresTest {

    private static final VendorTrace TRACE = TestValues.anyTrace();
    private static final Duration WAIT = Duration.ofSeconds(45);

    static Stream<StepReport> leaves() {
        return Stream.concat(
                SealedLeaves.below(Rejection.class).flatMap(leaf -> SealedLeaves.examples(leaf).stream()),
                Stream.of(ProviderFailure.Kind.values()).map(SealedLeaves::example));
    }

    @Test
    void no_two_leaves_share_a_code() {
        Stream<String> rejections = SealedLeaves.below(Rejection.class)
                .map(leaf -> SealedLeaves.examples(leaf).get(0).code());
        Stream<String> failures = Stream.of(ProviderFailure.Kind.values())
                .map(SealedLeaves::example)
                .map(StepReport::code);

        List<String> codes = Stream.concat(rejections, failures).toList();

        assertThat(codes).doesNotHaveDuplicates().hasSize(29).allMatch(code -> code.matches("[a-z]+\\.[a-z-]+"));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void every_leaf_is_one_plain_sentence(StepReport leaf) {
        assertThat(leaf.summary())
                .isNotBlank()
                .doesNotContain("\n", "[", "null")
                .doesNotEndWith(".");
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void a_provider_failure_quotes_its_provider(StepReport leaf) {
        if (leaf instanceof ProviderFailure failure) {
            assertThat(failure.trace()).isEqualTo(TRACE);
            assertThat(failure.summary()).contains("fake");
            assertThat(failure.provesNothingSent() && failure.mayHaveBeenDelivered())
                    .isFalse();
        }
    }

    @Test
    void summaries_tell_what_is_known() {
        assertThat(new OtpRejection.Expired(TestValues.NOW, WAIT).summary())
                .isEqualTo("the code has expired; a new one can be asked for from 2026-01-02T03:04:05Z");
        assertThat(new OtpRejection.ResendTooSoon(TestValues.NOW, WAIT).summary())
                .isEqualTo("a new code can be asked for from 2026-01-02T03:04:05Z");
        assertThat(new SessionRejection.Over("expired").summary()).isEqualTo("the session is over: expired");
        assertThat(new ConsentRejection.NotCovering(Gap.PURPOSE).summary())
                .isEqualTo("the consent does not cover this purpose");
        assertThat(ProviderFailure.unintelligible(TRACE, UnintelligibleReason.CUT_SHORT)
                        .summary())
                .isEqualTo("fake gave an answer that broke off");
    }

    @Test
    void the_moves_of_a_wrong_state_come_in_order_and_cannot_be_changed() {
        Set<String> moves = new LinkedHashSet<>(List.of("start", "cancel"));
        SessionRejection.WrongState rejection = new SessionRejection.WrongState("consented", moves);
        moves.clear();

        assertThat(rejection.allowedActions())
                .containsExactly("cancel", "start")
                .isUnmodifiable();
    }

    @Test
    void an_unsupported_flow_names_the_flows_that_remain() {
        Set<Flow> remaining = new HashSet<>(Set.of(Flow.DIRECT_OTP, Flow.DIGILOCKER));
        FlowRejection rejection = new FlowRejection(Flow.CAPTCHA_OTP, remaining);
        remaining.clear();

        assertThat(rejection.summary()).isEqualTo("captcha-otp is not offered; offered: digilocker, direct-otp");
        assertThat(new FlowRejection(Flow.CAPTCHA_OTP, Set.of()).summary())
                .isEqualTo("captcha-otp is not offered; no flow is");
    }

    @Test
    void a_flow_that_another_provider_offers_can_be_had_in_a_new_session() {
        FlowRejection rejection = new FlowRejection(Flow.DIRECT_OTP, Set.of(Flow.DIRECT_OTP));

        assertThat(rejection.retryAdvice()).isEqualTo(RetryAdvice.RESTART);
        assertThat(rejection.summary()).isEqualTo("direct-otp is not offered by this provider; offered: direct-otp");
        assertThat(new FlowRejection(Flow.DIRECT_OTP, Set.of(Flow.DIGILOCKER)).retryAdvice())
                .isEqualTo(RetryAdvice.NEVER);
    }

    @Test
    void waiting_rejections_say_how_long() {
        assertThat(new OtpRejection.Expired(TestValues.NOW, WAIT).retryAdvice()).isEqualTo(RetryAdvice.after(WAIT));
        assertThat(new OtpRejection.ResendTooSoon(TestValues.NOW, WAIT).retryAdvice())
                .isEqualTo(RetryAdvice.after(WAIT));
        assertThat(new OtpRejection.InDoubt(TestValues.NOW, WAIT).retryAdvice()).isEqualTo(RetryAdvice.after(WAIT));
    }

    @Test
    void a_throttled_call_waits_as_long_as_told_or_a_second() {
        assertThat(ProviderFailure.throttled(TRACE, Optional.of(WAIT)).retryAdvice())
                .isEqualTo(RetryAdvice.after(WAIT));
        assertThat(ProviderFailure.throttled(TRACE, Optional.empty()).retryAdvice())
                .isEqualTo(RetryAdvice.after(Duration.ofSeconds(1)));
    }

    @Test
    void a_provider_that_is_left_alone_can_be_asked_when_that_is_over() {
        assertThat(ProviderFailure.unreachable(TRACE).retryAdvice()).isEqualTo(RetryAdvice.NOW);
        assertThat(ProviderFailure.unreachable(TRACE, Optional.of(WAIT)).retryAdvice())
                .isEqualTo(RetryAdvice.after(WAIT));
    }

    @ParameterizedTest
    @EnumSource
    void only_an_unintelligible_answer_has_a_reason(ProviderFailure.Kind kind) {
        Optional<UnintelligibleReason> wrong = kind == ProviderFailure.Kind.UNINTELLIGIBLE
                ? Optional.empty()
                : Optional.of(UnintelligibleReason.EMPTY);

        assertThatThrownBy(() -> failure(kind, Optional.empty(), wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREDENTIALS", "BLOCKED", "QUOTA", "REFUSED"})
    void a_call_that_can_never_succeed_has_no_time_to_retry_after(ProviderFailure.Kind kind) {
        assertThatThrownBy(() -> failure(kind, Optional.of(WAIT), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(SealedLeaves.example(kind).withRetryAfter(WAIT)).isEqualTo(SealedLeaves.example(kind));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CREDENTIALS", "BLOCKED", "QUOTA", "REFUSED"})
    void the_delay_that_a_reply_asks_for_is_the_advice(ProviderFailure.Kind kind) {
        assertThat(SealedLeaves.example(kind).withRetryAfter(WAIT).retryAdvice())
                .isEqualTo(RetryAdvice.after(WAIT));
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_without_the_providers_own_word_proves_nothing(ProviderFailure.Kind kind) {
        ProviderFailure failure = SealedLeaves.example(kind);
        ProviderFailure unproven = failure.withoutProof();

        assertThat(unproven)
                .returns(false, ProviderFailure::provesNothingSent)
                .returns(true, ProviderFailure::mayHaveBeenDelivered)
                .returns(failure.code(), ProviderFailure::code)
                .returns(failure.retryAdvice(), ProviderFailure::retryAdvice);
        assertThat(unproven.withRetryAdvice(RetryAdvice.RESTART).provesNothingSent())
                .isFalse();
        assertThat(unproven.withUncoveredProviders(List.of()).provesNothingSent())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_before_anything_was_sent_proves_that_whatever_its_kind_leaves_open(ProviderFailure.Kind kind) {
        ProviderFailure failure = SealedLeaves.example(kind);
        ProviderFailure expected = failure.provesNothingSent()
                ? failure
                : ProviderFailure.unreachable(failure.trace(), failure.retryAfter());

        assertThat(failure.asNothingSent()).isEqualTo(expected).returns(true, ProviderFailure::provesNothingSent);
        assertThat(failure.withoutProof().asNothingSent()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void a_confined_failure_says_what_happened_and_who_remains(StepReport leaf) {
        if (leaf instanceof ProviderFailure failure) {
            ProviderFailure confined =
                    failure.withUncoveredProviders(List.of(new ProviderId("second"), new ProviderId("third")));

            assertThat(confined)
                    .returns(failure.code(), ProviderFailure::code)
                    .returns(failure.responsibleParty(), ProviderFailure::responsibleParty)
                    .returns(failure.retryAdvice(), ProviderFailure::retryAdvice)
                    .returns(failure.trace(), ProviderFailure::trace)
                    .returns(failure.provesNothingSent(), ProviderFailure::provesNothingSent)
                    .returns(failure.mayHaveBeenDelivered(), ProviderFailure::mayHaveBeenDelivered);
            assertThat(confined.summary())
                    .isEqualTo(failure.summary() + "; the consent does not name second, third, left in the route");
            assertThat(confined.uncoveredProviders()).hasSize(2).isUnmodifiable();
            assertThat(failure.uncoveredProviders()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void an_advised_failure_differs_in_its_advice_alone(StepReport leaf) {
        if (leaf instanceof ProviderFailure failure) {
            ProviderFailure advised = failure.withUncoveredProviders(List.of(new ProviderId("second")))
                    .withRetryAdvice(RetryAdvice.RESTART);

            assertThat(advised)
                    .returns(RetryAdvice.RESTART, ProviderFailure::retryAdvice)
                    .returns(failure.code(), ProviderFailure::code)
                    .returns(
                            failure.summary() + "; the consent does not name second, left in the route",
                            ProviderFailure::summary)
                    .returns(List.of(new ProviderId("second")), ProviderFailure::uncoveredProviders);
            assertThat(failure.withRetryAdvice(failure.retryAdvice())).isSameAs(failure);
        }
    }

    @Test
    void a_delay_is_never_negative() {
        assertThat(RetryAdvice.after(Duration.ofSeconds(-1)).delay()).contains(Duration.ZERO);
        assertThat(RetryAdvice.after(WAIT).delay()).contains(WAIT);
    }

    @Test
    void now_is_sooner_than_any_delay_and_that_than_a_new_session_and_never_is_last() {
        List<RetryAdvice> soonestFirst = List.of(
                RetryAdvice.NOW,
                RetryAdvice.after(Duration.ofSeconds(1)),
                RetryAdvice.after(WAIT),
                RetryAdvice.RESTART,
                RetryAdvice.NEVER);

        for (int i = 0; i < soonestFirst.size(); i++) {
            for (int j = i; j < soonestFirst.size(); j++) {
                assertThat(soonestFirst.get(i).sooner(soonestFirst.get(j))).isEqualTo(soonestFirst.get(i));
                assertThat(soonestFirst.get(j).sooner(soonestFirst.get(i))).isEqualTo(soonestFirst.get(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_delay_belongs_to_after_alone(Kind kind) {
        Optional<Duration> wrong = kind == Kind.AFTER ? Optional.empty() : Optional.of(WAIT);

        assertThatThrownBy(() -> new RetryAdvice(kind, wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void an_invalid_input_is_for_whoever_filled_it_in(InputField inputField) {
        InputRejection rejection = inputField.reject("must not be empty");

        assertThat(rejection.responsibleParty())
                .isEqualTo(inputField.filledBy())
                .isIn(ResponsibleParty.USER, ResponsibleParty.HOST);
        assertThat(rejection.summary()).isEqualTo(inputField.code() + " must not be empty");
    }

    @Test
    void every_name_in_a_report_is_stable_and_its_own() {
        assertThat(InputField.values())
                .extracting(InputField::code)
                .doesNotHaveDuplicates()
                .allMatch(FailuresTest::isKebab);
        assertThat(Kind.values()).extracting(Kind::code).containsExactly("never", "now", "after", "restart");
        assertThat(ResponsibleParty.values())
                .extracting(ResponsibleParty::code)
                .containsExactly("user", "host", "provider", "source");
        assertThat(UnintelligibleReason.values())
                .extracting(UnintelligibleReason::description)
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @ParameterizedTest
    @EnumSource
    void a_verdict_is_reported_with_its_usual_advice_or_a_better_one(VerdictCode verdict) {
        VerdictReport usual = verdict.report();
        VerdictReport better = verdict.report(RetryAdvice.after(WAIT));

        assertThat(usual.code()).isEqualTo(verdict.code());
        assertThat(usual.responsibleParty()).isEqualTo(verdict.responsibleParty());
        assertThat(usual.summary()).isEqualTo(verdict.summary()).isNotBlank();
        assertThat(usual.retryAdvice().delay()).isEmpty();
        assertThat(better.retryAdvice()).isEqualTo(RetryAdvice.after(WAIT));
    }

    private static ProviderFailure failure(
            ProviderFailure.Kind kind, Optional<Duration> retryAfter, Optional<UnintelligibleReason> reason) {
        return new ProviderFailure(kind, TRACE, retryAfter, reason, false, Optional.empty(), List.of());
    }

    private static boolean isKebab(String code) {
        return code.matches("[a-z-]+");
    }
}
