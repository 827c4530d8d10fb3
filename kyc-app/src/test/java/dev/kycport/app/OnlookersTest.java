package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.CallMade;
import dev.kycport.ports.Health;
import dev.kycport.ports.KycEvent;
import dev.kycport.ports.KycListener;
import dev.kycport.ports.KycMeter;
import dev.kycport.ports.LogKeys;
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
class OnlookersTest {

    private final World usual = World.usual();
    private final List<KycEvent> events = new ArrayList<>();
    private final List<CallMade> calls = new ArrayList<>();

    @Test
    void a_direct_session_is_told_from_consent_to_identity() {
        World world = watched();

        SessionId id = world.sent();
        world.submit(id, Typed.WRONG);
        world.submit(id, Typed.RIGHT);

        assertThat(codes()).containsExactly("consent-given", "code-sent", "verified");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.occasion())
                        .isEqualTo(new KycEvent.Occasion(
                                id,
                                Flow.DIRECT_OTP,
                                world.provider.id(),
                                Typed.request(Flow.DIRECT_OTP).subject(),
                                world.clock.instant())));
    }

    @Test
    void a_code_that_may_not_have_gone_out_is_not_told_as_sent() {
        World world = watched();
        SessionId id = world.consented(Flow.DIRECT_OTP);

        world.service.startDirect(id, Typed.number(Typed.TIMED_OUT));
        world.service.startDirect(world.consented(Flow.DIRECT_OTP), Typed.number(Typed.PENDING));

        assertThat(codes()).containsOnly("consent-given");
    }

    @Test
    void an_end_is_told_with_its_reason() {
        World world = watched();

        world.service.cancel(world.opened(Flow.DIRECT_OTP));

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        KycEvent.Ended.class,
                        ended -> assertThat(ended.reason()).isEqualTo(EndReason.CANCELLED));
    }

    @Test
    void an_end_that_time_brought_is_told_to_whoever_looks_next() {
        World world = watched();
        SessionId id = world.opened(Flow.DIRECT_OTP);

        world.pass(Duration.ofHours(1));
        world.service.look(id);
        world.service.look(id);

        assertThat(codes()).containsExactly("ended");
    }

    @Test
    void a_withdrawal_is_told_once_and_then_the_end_it_brings() {
        World world = watched();
        SessionId id = world.sent();

        world.service.withdrawConsent(id);
        world.service.withdrawConsent(id);

        assertThat(codes()).containsExactly("consent-given", "code-sent", "consent-withdrawn", "ended");
    }

    @Test
    void a_hop_is_told_with_both_providers() {
        Watched next = usual.provider("next", FakeConfig.usual());
        World world = usual.through(usual.over(usual.stores)
                .provider(usual.provider)
                .provider(next)
                .listener(events::add)
                .build());
        usual.provider.fail(
                ProviderCall.SEND_CODE, new ProviderFailure.SourceDown(VendorTrace.of(usual.provider.id())));

        world.sent();

        assertThat(codes()).containsExactly("consent-given", "provider-hop", "code-sent");
        assertThat(events.get(1)).isInstanceOfSatisfying(KycEvent.ProviderHop.class, hop -> {
            assertThat(hop.from()).isEqualTo(usual.provider.id());
            assertThat(hop.occasion().provider()).isEqualTo(next.id());
        });
    }

    @Test
    void a_listener_that_throws_breaks_nothing_and_is_logged_once() {
        ListAppender<ILoggingEvent> log = listening();
        KycListener broken = event -> {
            throw new NoClassDefFoundError("of the host's, with a secret");
        };
        World world = usual.through(usual.over(usual.stores)
                .provider(usual.provider)
                .listener(broken)
                .listener(events::add)
                .build());

        SessionId id = world.sent();
        world.submit(id, Typed.RIGHT);

        assertThat(world.service.look(id).get().state()).isEqualTo(SessionState.VERIFIED);
        assertThat(codes()).containsExactly("consent-given", "code-sent", "verified");
        assertThat(log.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains("NoClassDefFoundError")
                        .doesNotContain("secret"));
    }

    @Test
    void a_listener_hears_of_a_state_that_is_stored_and_may_use_the_service() {
        List<SessionState> stored = new ArrayList<>();
        KycService[] service = new KycService[1];
        service[0] = usual.over(usual.stores)
                .provider(usual.provider)
                .listener(event -> stored.add(
                        service[0].look(event.occasion().session()).get().state()))
                .build();

        World world = usual.through(service[0]);
        world.submit(world.sent(), Typed.RIGHT);

        assertThat(stored).containsExactly(SessionState.CONSENTED, SessionState.AWAITING_OTP, SessionState.VERIFIED);
    }

    @Test
    void every_call_is_counted_with_what_came_of_it() {
        World world = watched();
        SessionId id = world.sent();

        world.submit(id, Typed.WRONG);
        world.submit(id, Typed.VERIFY_TIMES_OUT);
        world.submit(id, Typed.WRONG);

        assertThat(calls)
                .extracting(CallMade::call, CallMade::outcome)
                .containsExactly(
                        tuple(ProviderCall.SEND_CODE, "ok"),
                        tuple(ProviderCall.VERIFY_CODE, "otp.wrong-code"),
                        tuple(ProviderCall.VERIFY_CODE, "provider.timed-out"),
                        tuple(ProviderCall.VERIFY_CODE, "otp.locked"));
    }

    @Test
    void what_is_refused_before_a_provider_is_asked_is_not_counted() {
        World world = watched();
        SessionId id = world.consented(Flow.DIRECT_OTP);

        world.submit(id, Typed.RIGHT);

        assertThat(calls).isEmpty();
    }

    @Test
    void a_call_takes_no_negative_time_even_where_the_clock_was_set_back() {
        KycSession session =
                usual.service.look(usual.consented(Flow.DIRECT_OTP)).get();
        Call call = Call.of(ProviderCall.SEND_CODE, (KycSession.Live) session, (KycSession.Live) session);

        assertThat(call.made(Outcome.of(session), Duration.ofSeconds(-5)).took())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void a_meter_that_throws_breaks_nothing() {
        World world = usual.through(usual.over(usual.stores)
                .provider(usual.provider)
                .meter(new Meter(call -> {
                    throw new IllegalStateException("full");
                }))
                .build());

        SessionId id = world.sent();

        assertThat(world.submit(id, Typed.RIGHT).isRight()).isTrue();
    }

    @Test
    void the_log_of_a_call_is_found_by_session_provider_and_trace_and_nothing_stays_behind() {
        List<Map<String, String>> contexts = new ArrayList<>();
        World world = usual.through(usual.over(usual.stores)
                .provider(usual.provider)
                .meter(new Meter(call -> contexts.add(MDC.getCopyOfContextMap())))
                .build());
        SessionId id = world.consented(Flow.DIRECT_OTP);
        usual.provider.fail(
                ProviderCall.SEND_CODE,
                new ProviderFailure.SourceDown(new VendorTrace(
                        usual.provider.id(), Optional.of("abc0014"), Optional.empty(), OptionalInt.of(503))));

        world.service.startDirect(id, Typed.number(Typed.SENT));

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
        World world = usual.through(usual.over(usual.stores)
                .provider(usual.provider)
                .listener(event -> contexts.add(MDC.getCopyOfContextMap()))
                .build());
        SessionId id = world.opened(Flow.DIRECT_OTP);

        world.service.cancel(id);

        assertThat(contexts).containsExactly(Map.of("kyc.session", id.value()));
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void a_step_within_a_step_leaves_the_outer_one_its_log_context() {
        List<String> contexts = new ArrayList<>();
        SessionId other = usual.opened(Flow.DIRECT_OTP);
        World world = usual.through(usual.over(usual.stores)
                .provider(usual.provider)
                .listener(event -> {
                    usual.service.look(other);
                    contexts.add(MDC.get("kyc.session") + " " + MDC.get("kyc.call"));
                })
                .build());
        SessionId id = world.consented(Flow.DIRECT_OTP);

        world.service.startDirect(id, Typed.number(Typed.SENT));

        assertThat(contexts).containsExactly(id.value() + " null", id.value() + " send-code");
    }

    @Test
    void what_the_host_put_into_the_log_context_stays_there() {
        MDC.put("request", "42");

        watched().sent();

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

    private World watched() {
        return usual.through(usual.over(usual.stores)
                .provider(usual.provider)
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
        ((Logger) LoggerFactory.getLogger(Careful.class)).addAppender(log);
        return log;
    }

    private record Meter(Consumer<CallMade> ear) implements KycMeter {

        @Override
        public void called(CallMade call) {
            ear.accept(call);
        }

        @Override
        public void moved(ProviderId provider, Health.Circuit circuit) {}
    }
}
