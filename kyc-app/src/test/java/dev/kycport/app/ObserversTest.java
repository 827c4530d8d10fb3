package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.observe.ExceptionIsolatingObserver;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.observe.KycEvent;
import dev.kycport.ports.observe.KycListener;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.observe.LogKeys;
import dev.kycport.ports.observe.ProviderCallMetrics;
import dev.kycport.ports.observe.ProviderHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObserversTest {

    private final Harness standard = Harness.create();
    private final List<KycEvent> events = new ArrayList<>();
    private final List<ProviderCallMetrics> calls = new ArrayList<>();

    @Test
    void a_direct_session_publishes_events_from_consent_to_identity() {
        Harness harness = harnessWithListener();

        SessionId id = harness.codeSent();
        harness.submit(id, TestInputs.WRONG);
        harness.submit(id, TestInputs.RIGHT);

        assertThat(codes()).containsExactly("consent-given", "code-sent", "verified");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.context())
                        .isEqualTo(new KycEvent.Context(
                                id,
                                Flow.DIRECT_OTP,
                                harness.provider.id(),
                                TestInputs.request(Flow.DIRECT_OTP).subject(),
                                harness.clock.instant())));
    }

    @Test
    void a_code_in_doubt_is_not_published_as_sent() {
        Harness harness = harnessWithListener();
        SessionId id = harness.consented(Flow.DIRECT_OTP);

        harness.service.startDirectOtp(id, TestInputs.number(TestInputs.TIMED_OUT));
        harness.service.startDirectOtp(harness.consented(Flow.DIRECT_OTP), TestInputs.number(TestInputs.PENDING));

        assertThat(codes()).containsOnly("consent-given");
    }

    @Test
    void an_end_is_published_with_its_reason() {
        Harness harness = harnessWithListener();

        harness.service.cancel(harness.opened(Flow.DIRECT_OTP));

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        KycEvent.Ended.class,
                        ended -> assertThat(ended.reason()).isEqualTo(EndReason.CANCELLED));
    }

    @Test
    void an_expiry_is_published_on_the_next_read() {
        Harness harness = harnessWithListener();
        SessionId id = harness.opened(Flow.DIRECT_OTP);

        harness.pass(Duration.ofHours(1));
        harness.service.findSession(id);
        harness.service.findSession(id);

        assertThat(codes()).containsExactly("ended");
    }

    @Test
    void a_withdrawal_is_published_once_before_the_end_it_causes() {
        Harness harness = harnessWithListener();
        SessionId id = harness.codeSent();

        harness.service.withdrawConsent(id);
        harness.service.withdrawConsent(id);

        assertThat(codes()).containsExactly("consent-given", "code-sent", "consent-withdrawn", "ended");
    }

    @Test
    void a_failover_is_published_with_both_providers() {
        RecordingProvider next = standard.provider("next", FakeConfig.defaults());
        Harness harness = standard.withService(standard.builderOn(standard.stores)
                .provider(standard.provider)
                .provider(next)
                .listener(events::add)
                .build());
        standard.provider.fail(
                ProviderCall.SEND_CODE, ProviderFailure.sourceDown(VendorTrace.of(standard.provider.id())));

        harness.codeSent();

        assertThat(codes()).containsExactly("consent-given", "provider-hop", "code-sent");
        assertThat(events.get(1)).isInstanceOfSatisfying(KycEvent.ProviderFailover.class, failover -> {
            assertThat(failover.from()).isEqualTo(standard.provider.id());
            assertThat(failover.context().provider()).isEqualTo(next.id());
        });
    }

    @Test
    void a_listener_that_throws_breaks_nothing_and_is_logged_once() {
        ListAppender<ILoggingEvent> log = listening();
        KycListener broken = event -> {
            throw new NoClassDefFoundError("of the host's, with a secret");
        };
        Harness harness = standard.withService(standard.builderOn(standard.stores)
                .provider(standard.provider)
                .listener(broken)
                .listener(events::add)
                .build());

        SessionId id = harness.codeSent();
        harness.submit(id, TestInputs.RIGHT);

        assertThat(harness.service.findSession(id).get().state()).isEqualTo(SessionState.VERIFIED);
        assertThat(codes()).containsExactly("consent-given", "code-sent", "verified");
        assertThat(log.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains("NoClassDefFoundError")
                        .doesNotContain("secret"));
    }

    @Test
    void a_listener_receives_stored_states_and_may_use_the_service() {
        List<SessionState> stored = new ArrayList<>();
        KycService[] service = new KycService[1];
        service[0] = standard.builderOn(standard.stores)
                .provider(standard.provider)
                .listener(event -> stored.add(
                        service[0].findSession(event.context().session()).get().state()))
                .build();

        Harness harness = standard.withService(service[0]);
        harness.submit(harness.codeSent(), TestInputs.RIGHT);

        assertThat(stored).containsExactly(SessionState.CONSENTED, SessionState.AWAITING_OTP, SessionState.VERIFIED);
    }

    @Test
    void every_call_is_counted_with_what_came_of_it() {
        Harness harness = harnessWithListener();
        SessionId id = harness.codeSent();

        harness.submit(id, TestInputs.WRONG);
        harness.submit(id, TestInputs.VERIFY_TIMES_OUT);
        harness.submit(id, TestInputs.WRONG);

        assertThat(calls)
                .extracting(ProviderCallMetrics::call, ProviderCallMetrics::outcome)
                .containsExactly(
                        tuple(ProviderCall.SEND_CODE, "ok"),
                        tuple(ProviderCall.VERIFY_CODE, "otp.wrong-code"),
                        tuple(ProviderCall.VERIFY_CODE, "provider.timed-out"),
                        tuple(ProviderCall.VERIFY_CODE, "otp.locked"));
    }

    @Test
    void what_is_refused_before_a_provider_is_asked_is_not_counted() {
        Harness harness = harnessWithListener();
        SessionId id = harness.consented(Flow.DIRECT_OTP);

        harness.submit(id, TestInputs.RIGHT);

        assertThat(calls).isEmpty();
    }

    @Test
    void a_call_takes_no_negative_time_even_where_the_clock_was_set_back() {
        KycSession session = standard.service
                .findSession(standard.consented(Flow.DIRECT_OTP))
                .get();
        ProviderCallIntent providerCallIntent =
                ProviderCallIntent.of(ProviderCall.SEND_CODE, (KycSession.Live) session, (KycSession.Live) session);

        assertThat(providerCallIntent
                        .metrics(CallOutcome.of(session), Duration.ofSeconds(-5))
                        .duration())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void an_exception_of_a_meter_has_no_effect() {
        Harness harness = standard.withService(standard.builderOn(standard.stores)
                .provider(standard.provider)
                .meter(new Meter(call -> {
                    throw new IllegalStateException("full");
                }))
                .build());

        SessionId id = harness.codeSent();

        assertThat(harness.submit(id, TestInputs.RIGHT).isRight()).isTrue();
    }

    @Test
    void the_log_of_a_call_is_found_by_session_provider_and_trace_and_nothing_stays_behind() {
        List<Map<String, String>> contexts = new ArrayList<>();
        Harness harness = standard.withService(standard.builderOn(standard.stores)
                .provider(standard.provider)
                .meter(new Meter(call -> contexts.add(MDC.getCopyOfContextMap())))
                .build());
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        standard.provider.fail(
                ProviderCall.SEND_CODE,
                ProviderFailure.sourceDown(new VendorTrace(
                        standard.provider.id(), Optional.of("abc0014"), Optional.empty(), OptionalInt.of(503))));

        harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT));

        assertThat(contexts)
                .containsExactly(Map.of(
                        "kyc.session", id.value(),
                        "kyc.flow", "direct-otp",
                        "kyc.provider", "fake",
                        "kyc.call", "send-code",
                        "kyc.trace", "abc0014"));
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void the_log_of_a_step_is_found_by_its_session_though_no_provider_is_asked() {
        List<Map<String, String>> contexts = new ArrayList<>();
        Harness harness = standard.withService(standard.builderOn(standard.stores)
                .provider(standard.provider)
                .listener(event -> contexts.add(MDC.getCopyOfContextMap()))
                .build());
        SessionId id = harness.opened(Flow.DIRECT_OTP);

        harness.service.cancel(id);

        assertThat(contexts).containsExactly(Map.of("kyc.session", id.value()));
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void a_step_within_a_step_leaves_the_outer_one_its_log_context() {
        List<String> contexts = new ArrayList<>();
        SessionId other = standard.opened(Flow.DIRECT_OTP);
        Harness harness = standard.withService(standard.builderOn(standard.stores)
                .provider(standard.provider)
                .listener(event -> {
                    standard.service.findSession(other);
                    contexts.add(MDC.get("kyc.session") + " " + MDC.get("kyc.call"));
                })
                .build());
        SessionId id = harness.consented(Flow.DIRECT_OTP);

        harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT));

        assertThat(contexts).containsExactly(id.value() + " null", id.value() + " send-code");
    }

    @Test
    void what_the_host_put_into_the_log_context_stays_there() {
        MDC.put("request", "42");

        harnessWithListener().codeSent();

        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("request", "42"));
        MDC.remove("request");
    }

    @Test
    void the_page_on_observability_names_every_event_and_every_key_of_the_log() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "observability.md"));

        assertThat(KycEvent.class.getPermittedSubclasses())
                .allSatisfy(event -> assertThat(page).contains("| `" + event.getSimpleName() + "` | `"));
        assertThat(List.of(LogKeys.SESSION, LogKeys.FLOW, LogKeys.PROVIDER, LogKeys.CALL, LogKeys.TRACE))
                .allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
    }

    private Harness harnessWithListener() {
        return standard.withService(standard.builderOn(standard.stores)
                .provider(standard.provider)
                .listener(events::add)
                .meter(new Meter(calls::add))
                .build());
    }

    private List<String> codes() {
        return events.stream().map(KycEvent::code).toList();
    }

    private static ListAppender<ILoggingEvent> listening() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((Logger) LoggerFactory.getLogger(ExceptionIsolatingObserver.class)).addAppender(log);
        return log;
    }

    private record Meter(Consumer<ProviderCallMetrics> ear) implements KycMeter {

        @Override
        public void recordCall(ProviderCallMetrics call) {
            ear.accept(call);
        }

        @Override
        public void recordCircuitChange(ProviderId provider, ProviderHealth.Circuit circuit) {}
    }
}
