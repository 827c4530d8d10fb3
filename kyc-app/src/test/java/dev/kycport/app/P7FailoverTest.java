package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.FlowRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.StoreUnavailableException;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P7")
class P7FailoverTest {

    private static final int HEATS = 40;
    private static final String TABLE = """
            provider.unreachable,    second, awaiting-otp
            provider.throttled,      second, awaiting-otp
            provider.credentials,    second, awaiting-otp
            provider.quota,          second, awaiting-otp
            source.down,             second, awaiting-otp
            provider.refused,        first,  refused provider.refused
            provider.timed-out,      first,  awaiting-otp provider.timed-out
            source.timed-out,        first,  awaiting-otp source.timed-out
            provider.unintelligible, first,  awaiting-otp provider.unintelligible
            """;

    private final Harness harness = Harness.create();
    private final RecordingProvider first = harness.provider("first", FakeConfig.defaults());
    private final RecordingProvider second = harness.provider("second", FakeConfig.defaults());
    private final Harness both = harness.withService(
            harness.builderOn(harness.stores).provider(first).provider(second).build());

    @ParameterizedTest
    @CsvSource(textBlock = TABLE)
    @Tag("P3")
    void only_a_failure_that_proves_nothing_was_sent_moves_on(String code, String server, String result) {
        first.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode(code));
        SessionId id = both.consented(Flow.DIRECT_OTP);

        Either<KycFailure, StepResult> answer = start(id);

        assertThat(StepAssertions.describe(answer)).isEqualTo(result);
        assertThat(both.find(id).header().provider()).hasToString(server);
        assertThat(first.codes().size() + second.codes().size()).isLessThanOrEqualTo(1);
        assertThat(failovers(id)).hasSize(server.equals("second") ? 1 : 0);
        assertThat(second.calls()).hasSize(server.equals("second") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECT_OTP, SEND_CODE, awaiting-otp",
        "CAPTCHA_OTP, CONNECT, awaiting-captcha",
        "DIGILOCKER, OFFER_AUTHORIZATION, awaiting-authorization"
    })
    void every_flow_moves_on_at_its_first_call_and_ends_well(Flow flow, ProviderCall call, String state) {
        first.fail(call, ProviderFailures.withCode("provider.unreachable"));
        SessionId id = both.consented(flow);

        Either<KycFailure, StepResult> answer = begin(id, flow);

        assertThat(StepAssertions.describe(answer)).isEqualTo(state);
        assertThat(failovers(id)).singleElement().satisfies(failover -> {
            assertThat(failover.provider()).isEqualTo(second.id());
            assertThat(failover.code()).contains("provider.unreachable");
            assertThat(failover.trace()).isPresent();
        });
        assertThat(second.calls())
                .allMatch(recordedCall -> recordedCall.proof().use().recipient().equals(second.id()));
    }

    @Test
    void no_provider_is_tried_twice_and_the_last_failure_is_reported() {
        first.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("source.down"));
        second.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.quota"));
        SessionId id = both.consented(Flow.DIRECT_OTP);

        assertThat(StepAssertions.describe(start(id))).isEqualTo("refused provider.quota");

        assertThat(first.calls()).hasSize(1);
        assertThat(second.calls()).hasSize(1);
        assertThat(StepAssertions.describeState(both.find(id))).isEqualTo("consented");
    }

    @ParameterizedTest
    @CsvSource({
        "provider.unreachable, provider.quota,       first,  refused provider.quota",
        "provider.credentials, source.down,          first,  refused source.down",
        "provider.throttled,   provider.unreachable, first,  refused provider.unreachable",
        "source.down,          provider.refused,     first,  refused provider.refused",
        "provider.quota,       provider.timed-out,   second, awaiting-otp provider.timed-out"
    })
    @Tag("P6")
    void after_the_last_provider_the_session_returns_to_the_first_unless_something_may_have_been_sent(
            String firstly, String secondly, String server, String result) {
        first.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode(firstly));
        second.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode(secondly));
        SessionId id = both.consented(Flow.DIRECT_OTP);

        Either<KycFailure, StepResult> answer = start(id);

        assertThat(StepAssertions.describe(answer)).isEqualTo(result);
        assertThat(both.find(id).header().provider()).hasToString(server);
        assertThat(failovers(id))
                .extracting(
                        failover -> failover.provider() + " " + failover.code().orElseThrow())
                .isEqualTo(
                        server.equals("second")
                                ? List.of("second " + firstly)
                                : List.of("second " + firstly, "first " + secondly));
        LedgerAssertions.assertTrailUnbroken(both, id);
    }

    @ParameterizedTest
    @CsvSource({
        "provider.throttled,   provider.credentials, after",
        "provider.credentials, provider.throttled,   after",
        "provider.throttled,   source.down,          now",
        "provider.quota,       provider.credentials, never",
        "provider.throttled,   provider.refused,     after"
    })
    void the_retry_advice_is_the_earliest_of_all_providers(String firstly, String secondly, String advice) {
        first.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode(firstly));
        second.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode(secondly));

        KycFailure failure = start(both.consented(Flow.DIRECT_OTP)).getLeft();

        assertThat(failure.code()).isEqualTo(secondly);
        assertThat(failure.retryAdvice().kind().code()).isEqualTo(advice);
    }

    @Test
    void where_the_provider_is_gone_before_anything_was_sent_the_route_is_searched_from_its_start() {
        SessionId id = withRoute(first, second).consented(Flow.DIRECT_OTP);
        RecordingProvider third = harness.provider("third", FakeConfig.defaults());
        Harness without = withRoute(third, second);

        assertThat(StepAssertions.describe(without.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("awaiting-otp");

        assertThat(without.find(id).header().provider()).isEqualTo(second.id());
        assertThat(third.calls()).isEmpty();
    }

    @Test
    void a_flow_that_no_consented_provider_offers_is_available_in_a_new_session() {
        SessionId id = soleProviderSession();
        first.removeFlow(Flow.DIRECT_OTP);

        KycFailure failure = start(id).getLeft();

        assertThat(failure).isEqualTo(new FlowRejection(Flow.DIRECT_OTP, Set.of(Flow.values())));
        assertThat(failure.retryAdvice()).isEqualTo(RetryAdvice.RESTART);
        assertThat(StepAssertions.describe(start(both.consented(Flow.DIRECT_OTP))))
                .isEqualTo("awaiting-otp");
    }

    @ParameterizedTest
    @EnumSource
    void a_later_start_begins_at_the_first_of_the_route_again(Flow flow) {
        ProviderCall call = flow == Flow.CAPTCHA_OTP
                ? ProviderCall.CONNECT
                : flow == Flow.DIRECT_OTP ? ProviderCall.SEND_CODE : ProviderCall.OFFER_AUTHORIZATION;
        first.fail(call, ProviderFailures.withCode("source.down"));
        second.fail(call, ProviderFailures.withCode("provider.refused"));
        SessionId id = both.consented(flow);
        begin(id, flow);
        first.recover();
        second.recover();

        begin(id, flow);

        assertThat(both.find(id).header().provider()).isEqualTo(first.id());
        assertThat(first.calls(call)).hasSize(2);
        assertThat(second.calls(call)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  up,   true,  up,   first,  awaiting-otp,                 ''",
        "false, up,   true,  up,   second, awaiting-otp,                 second input.invalid",
        "false, up,   false, up,   first,  refused input.invalid,        ''",
        "true,  down, false, up,   first,  refused provider.unreachable, ''",
        "false, up,   true,  down, first,  refused provider.unreachable, 'second input.invalid, first provider.unreachable'",
        "true,  down, true,  up,   second, awaiting-otp,                 second provider.unreachable"
    })
    void a_virtual_id_is_sent_to_the_first_provider_of_the_route_that_accepts_it(
            boolean firstTakes,
            String one,
            boolean secondTakes,
            String other,
            String server,
            String result,
            String hops) {
        degrade(first, firstTakes, one.equals("down"));
        degrade(second, secondTakes, other.equals("down"));
        SessionId id = both.consented(Flow.DIRECT_OTP);

        Either<KycFailure, StepResult> answer = both.service.startDirectOtp(id, TestInputs.number(TestInputs.VID));

        assertThat(StepAssertions.describe(answer)).isEqualTo(result);
        assertThat(both.find(id).header().provider()).hasToString(server);
        assertThat(failovers(id))
                .extracting(
                        failover -> failover.provider() + " " + failover.code().orElseThrow())
                .containsExactlyElementsOf(hops.isEmpty() ? List.of() : Arrays.asList(hops.split(", ", -1)));
        assertThat(first.calls()).hasSize(firstTakes ? 1 : 0);
        assertThat(first.codes().size() + second.codes().size()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_provider_that_no_longer_offers_the_flow_is_skipped(Flow flow) {
        SessionId id = both.consented(flow);
        first.removeFlow(flow);

        assertThat(begin(id, flow).isRight()).isTrue();

        assertThat(failovers(id)).singleElement().satisfies(failover -> {
            assertThat(failover.provider()).isEqualTo(second.id());
            assertThat(failover.code()).contains("flow.unsupported");
        });
    }

    @Test
    void where_no_provider_has_the_flow_any_more_the_flows_that_remain_are_named() {
        SessionId id = both.consented(Flow.CAPTCHA_OTP);
        first.removeFlow(Flow.CAPTCHA_OTP);
        second.removeFlow(Flow.CAPTCHA_OTP);
        first.removeFlow(Flow.DIGILOCKER);
        second.removeFlow(Flow.DIGILOCKER);

        assertThat(begin(id, Flow.CAPTCHA_OTP).getLeft())
                .isEqualTo(new FlowRejection(Flow.CAPTCHA_OTP, Set.of(Flow.DIRECT_OTP)));
    }

    @Test
    void a_consent_that_names_one_provider_keeps_the_session_there_and_the_failure_names_the_other() {
        first.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.unreachable"));
        SessionId id = soleProviderSession();

        Either<KycFailure, StepResult> answer = start(id);

        assertThat(StepAssertions.describe(answer)).isEqualTo("refused provider.unreachable");
        assertThat(answer.getLeft())
                .isEqualTo(
                        ProviderFailures.withCode("provider.unreachable").withUncoveredProviders(List.of(second.id())));
        assertThat(second.calls()).isEmpty();
        assertThat(failovers(id)).isEmpty();
    }

    @Test
    void without_other_providers_the_failure_names_none() {
        first.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.unreachable"));
        second.removeFlow(Flow.DIRECT_OTP);

        assertThat(start(soleProviderSession()).getLeft()).isEqualTo(ProviderFailures.withCode("provider.unreachable"));
    }

    @Test
    void a_provider_that_the_consent_does_not_name_is_skipped() {
        RecordingProvider third = harness.provider("third", FakeConfig.defaults());
        SessionId id = withRoute(first, third).consented(Flow.DIRECT_OTP);
        first.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.unreachable"));
        Harness all = withRoute(first, second, third);

        assertThat(StepAssertions.describe(all.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("awaiting-otp");

        assertThat(all.find(id).header().provider()).isEqualTo(third.id());
        assertThat(second.calls()).isEmpty();
    }

    @Test
    void an_expired_consent_prevents_failover_and_names_no_other_provider() {
        first.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.unreachable"));
        SessionId id = both.opened(Flow.DIRECT_OTP);
        both.service.giveConsent(id, ConsentMethod.CHECKBOX, Duration.ofMinutes(1));
        CallBarrier callBarrier = first.blockNext(ProviderCall.SEND_CODE);

        List<Either<KycFailure, ?>> answers = ConcurrentRun.runBoth(() -> start(id), () -> {
            callBarrier.awaitArrival();
            harness.pass(Duration.ofMinutes(1));
            callBarrier.release();
            return Either.right("let go");
        });

        assertThat(answers.get(0).getLeft()).isEqualTo(ProviderFailures.withCode("provider.unreachable"));
        assertThat(second.calls()).isEmpty();
    }

    @Test
    @Tag("P6")
    void after_a_code_was_sent_the_session_is_never_failed_over() {
        SessionId id = both.consented(Flow.DIRECT_OTP);
        start(id);
        first.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.unreachable"));
        first.fail(ProviderCall.VERIFY_CODE, ProviderFailures.withCode("provider.unreachable"));
        harness.pass(Harness.GAP);

        assertThat(StepAssertions.describe(both.submit(id, TestInputs.RIGHT)))
                .isEqualTo("refused provider.unreachable");
        assertThat(StepAssertions.describe(both.service.resend(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("refused provider.unreachable");

        assertThat(second.calls()).isEmpty();
    }

    @Test
    @Tag("P3")
    void a_session_in_doubt_is_not_failed_over() {
        first.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.timed-out"));
        SessionId id = both.consented(Flow.DIRECT_OTP);
        start(id);

        assertThat(StepAssertions.describe(start(id))).isEqualTo("refused session.wrong-state");

        assertThat(second.calls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("P5")
    void a_store_that_dies_on_the_way_to_the_next_provider_costs_a_second_code_only_where_the_first_is_not_on_record(
            FailingStore.CrashPoint crashPoint) {
        for (int write = 1; write <= 7; write++) {
            first.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.unreachable"));
            int before = first.codes().size() + second.codes().size();
            SessionId id = both.consented(Flow.DIRECT_OTP);
            FailingStore failingStore = FailingStore.failingAt(write, crashPoint, harness.stores);
            KycService dying = harness.builderOn(failingStore.asStores())
                    .provider(first)
                    .provider(second)
                    .build();
            assertThatThrownBy(() -> dying.startDirectOtp(id, TestInputs.number(TestInputs.SENT)))
                    .isInstanceOf(StoreUnavailableException.class);
            first.recover();
            int sent = first.codes().size() + second.codes().size() - before;
            int further = isKnown(both.find(id)) ? 0 : 1;

            KycSession end = SimulatedPerson.finish(both, id, TestInputs.RIGHT);

            assertThat(StepAssertions.describeState(end)).isEqualTo("verified");
            assertThat(sent).isBetween(0, 1);
            assertThat(first.codes().size() + second.codes().size() - before).isEqualTo(sent + further);
            LedgerAssertions.assertTrailUnbroken(both, id);
        }
    }

    @Test
    @Tag("P3")
    void concurrent_starts_of_one_session_send_one_code() {
        first.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.unreachable"));
        for (int heat = 0; heat < HEATS; heat++) {
            int before = first.codes().size() + second.codes().size();
            SessionId id = both.consented(Flow.DIRECT_OTP);

            List<String> result = ConcurrentRun.run(2, number -> StepAssertions.describe(start(id)));

            assertThat(first.codes().size() + second.codes().size() - before).isLessThanOrEqualTo(1);
            assertThat(result).filteredOn("awaiting-otp"::equals).hasSizeLessThanOrEqualTo(1);
            LedgerAssertions.assertTrailUnbroken(both, id);
        }
    }

    @Test
    void a_route_that_names_a_provider_twice_is_refused() {
        KycServiceBuilder twice =
                harness.builderOn(harness.stores).provider(first).provider(first);

        assertThatThrownBy(twice::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names a provider twice");
    }

    @Test
    void a_route_with_an_unknown_provider_is_refused() {
        KycServiceBuilder builder = harness.builderOn(harness.stores).route(Flow.DIRECT_OTP, List.of(first.id()));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the route of direct-otp names the unknown first");
    }

    @Test
    void the_table_above_has_every_failure() {
        List<String> rows = TABLE.lines().map(row -> row.split(",", 2)[0]).toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(ProviderFailures.all()
                        .map(ProviderFailure::code)
                        .distinct()
                        .toList());
    }

    private Either<KycFailure, StepResult> start(SessionId id) {
        return begin(id, Flow.DIRECT_OTP);
    }

    private Either<KycFailure, StepResult> begin(SessionId id, Flow flow) {
        return switch (flow) {
            case DIRECT_OTP -> both.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT));
            case CAPTCHA_OTP -> both.service.startCaptcha(id);
            case DIGILOCKER -> both.offer(id);
        };
    }

    private static boolean isKnown(KycSession session) {
        return session instanceof KycSession.AwaitingOtp<?> waiting
                && waiting.otp() instanceof OtpChallenge.AwaitingCode;
    }

    private SessionId soleProviderSession() {
        SessionRequest alone =
                TestInputs.request(Flow.DIRECT_OTP).withProvider("first").get();
        SessionId id = both.service.open(alone).get().session().id();
        both.service.giveConsent(id, ConsentMethod.CHECKBOX);
        return id;
    }

    private Harness withRoute(RecordingProvider... route) {
        KycServiceBuilder builder = harness.builderOn(harness.stores);
        Arrays.stream(route).forEach(builder::provider);
        return harness.withService(builder.build());
    }

    private static void degrade(RecordingProvider provider, boolean takesVirtualIds, boolean isDown) {
        if (!takesVirtualIds) {
            provider.refuseVirtualIds();
        }
        if (isDown) {
            provider.fail(ProviderCall.SEND_CODE, ProviderFailures.withCode("provider.unreachable"));
        }
    }

    private List<AuditEntry> failovers(SessionId id) {
        return both.auditTrail(id).stream()
                .filter(entry -> entry.kind() == AuditEntry.Kind.FAILOVER)
                .toList();
    }
}
