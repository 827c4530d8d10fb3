package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.fake.FakeConfig;
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
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.StoreUnavailableException;
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

    private final World world = World.usual();
    private final Watched first = world.provider("first", FakeConfig.usual());
    private final Watched second = world.provider("second", FakeConfig.usual());
    private final World both = world.through(
            world.over(world.stores).provider(first).provider(second).build());

    @ParameterizedTest
    @CsvSource(textBlock = TABLE)
    @Tag("P3")
    void only_a_failure_that_proves_nothing_was_sent_moves_on(String code, String server, String told) {
        first.fail(ProviderCall.SEND_CODE, Failures.coded(code));
        SessionId id = both.consented(Flow.DIRECT_OTP);

        Either<KycFailure, Progress> answer = start(id);

        assertThat(Told.by(answer)).isEqualTo(told);
        assertThat(both.look(id).dossier().provider()).hasToString(server);
        assertThat(first.codes().size() + second.codes().size()).isLessThanOrEqualTo(1);
        assertThat(hops(id)).hasSize(server.equals("second") ? 1 : 0);
        assertThat(second.seen()).hasSize(server.equals("second") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECT_OTP, SEND_CODE, awaiting-otp",
        "CAPTCHA_OTP, CONNECT, awaiting-captcha",
        "DIGILOCKER, OFFER_AUTHORIZATION, awaiting-authorization"
    })
    void every_flow_moves_on_at_its_first_call_and_ends_well(Flow flow, ProviderCall call, String state) {
        first.fail(call, Failures.coded("provider.unreachable"));
        SessionId id = both.consented(flow);

        Either<KycFailure, Progress> answer = begin(id, flow);

        assertThat(Told.by(answer)).isEqualTo(state);
        assertThat(hops(id)).singleElement().satisfies(hop -> {
            assertThat(hop.provider()).isEqualTo(second.id());
            assertThat(hop.code()).contains("provider.unreachable");
            assertThat(hop.trace()).isPresent();
        });
        assertThat(second.seen())
                .allMatch(seen -> seen.proof().use().recipient().equals(second.id()));
    }

    @Test
    void nobody_is_tried_twice_and_the_last_failure_is_told() {
        first.fail(ProviderCall.SEND_CODE, Failures.coded("source.down"));
        second.fail(ProviderCall.SEND_CODE, Failures.coded("provider.quota"));
        SessionId id = both.consented(Flow.DIRECT_OTP);

        assertThat(Told.by(start(id))).isEqualTo("refused provider.quota");

        assertThat(first.seen()).hasSize(1);
        assertThat(second.seen()).hasSize(1);
        assertThat(Told.state(both.look(id))).isEqualTo("consented");
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
    void when_no_further_one_is_asked_the_session_is_at_the_first_again_unless_something_may_have_been_sent(
            String firstly, String secondly, String server, String told) {
        first.fail(ProviderCall.SEND_CODE, Failures.coded(firstly));
        second.fail(ProviderCall.SEND_CODE, Failures.coded(secondly));
        SessionId id = both.consented(Flow.DIRECT_OTP);

        Either<KycFailure, Progress> answer = start(id);

        assertThat(Told.by(answer)).isEqualTo(told);
        assertThat(both.look(id).dossier().provider()).hasToString(server);
        assertThat(hops(id))
                .extracting(hop -> hop.provider() + " " + hop.code().orElseThrow())
                .isEqualTo(
                        server.equals("second")
                                ? List.of("second " + firstly)
                                : List.of("second " + firstly, "first " + secondly));
        Ledgered.theTrailIsUnbroken(both, id);
    }

    @ParameterizedTest
    @CsvSource({
        "provider.throttled,   provider.credentials, after",
        "provider.credentials, provider.throttled,   after",
        "provider.throttled,   source.down,          now",
        "provider.quota,       provider.credentials, never",
        "provider.throttled,   provider.refused,     after"
    })
    void the_advice_is_that_of_whoever_helps_soonest(String firstly, String secondly, String advice) {
        first.fail(ProviderCall.SEND_CODE, Failures.coded(firstly));
        second.fail(ProviderCall.SEND_CODE, Failures.coded(secondly));

        KycFailure failure = start(both.consented(Flow.DIRECT_OTP)).getLeft();

        assertThat(failure.code()).isEqualTo(secondly);
        assertThat(failure.retry().kind().code()).isEqualTo(advice);
    }

    @Test
    void where_the_provider_is_gone_before_anything_was_sent_the_route_is_searched_from_its_start() {
        SessionId id = through(first, second).consented(Flow.DIRECT_OTP);
        Watched third = world.provider("third", FakeConfig.usual());
        World without = through(third, second);

        assertThat(Told.by(without.service.startDirect(id, Typed.number(Typed.SENT))))
                .isEqualTo("awaiting-otp");

        assertThat(without.look(id).dossier().provider()).isEqualTo(second.id());
        assertThat(third.seen()).isEmpty();
    }

    @Test
    void where_the_consent_names_nobody_else_a_lost_flow_can_be_had_in_a_new_session() {
        SessionId id = alone();
        first.lose(Flow.DIRECT_OTP);

        KycFailure failure = start(id).getLeft();

        assertThat(failure).isEqualTo(new FlowRejection(Flow.DIRECT_OTP, Set.of(Flow.values())));
        assertThat(failure.retry()).isEqualTo(RetryAdvice.RESTART);
        assertThat(Told.by(start(both.consented(Flow.DIRECT_OTP)))).isEqualTo("awaiting-otp");
    }

    @ParameterizedTest
    @EnumSource
    void a_later_start_begins_at_the_first_of_the_route_again(Flow flow) {
        ProviderCall call = flow == Flow.CAPTCHA_OTP
                ? ProviderCall.CONNECT
                : flow == Flow.DIRECT_OTP ? ProviderCall.SEND_CODE : ProviderCall.OFFER_AUTHORIZATION;
        first.fail(call, Failures.coded("source.down"));
        second.fail(call, Failures.coded("provider.refused"));
        SessionId id = both.consented(flow);
        begin(id, flow);
        first.recover();
        second.recover();

        begin(id, flow);

        assertThat(both.look(id).dossier().provider()).isEqualTo(first.id());
        assertThat(first.seen(call)).hasSize(2);
        assertThat(second.seen(call)).hasSize(1);
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
    void a_virtual_id_goes_to_the_first_of_the_route_that_takes_it(
            boolean firstTakes,
            String one,
            boolean secondTakes,
            String other,
            String server,
            String told,
            String hops) {
        ailing(first, firstTakes, one.equals("down"));
        ailing(second, secondTakes, other.equals("down"));
        SessionId id = both.consented(Flow.DIRECT_OTP);

        Either<KycFailure, Progress> answer = both.service.startDirect(id, Typed.number(Typed.VID));

        assertThat(Told.by(answer)).isEqualTo(told);
        assertThat(both.look(id).dossier().provider()).hasToString(server);
        assertThat(hops(id))
                .extracting(hop -> hop.provider() + " " + hop.code().orElseThrow())
                .containsExactlyElementsOf(hops.isEmpty() ? List.of() : Arrays.asList(hops.split(", ", -1)));
        assertThat(first.seen()).hasSize(firstTakes ? 1 : 0);
        assertThat(first.codes().size() + second.codes().size()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_provider_that_has_lost_the_flow_is_passed_over(Flow flow) {
        SessionId id = both.consented(flow);
        first.lose(flow);

        assertThat(begin(id, flow).isRight()).isTrue();

        assertThat(hops(id)).singleElement().satisfies(hop -> {
            assertThat(hop.provider()).isEqualTo(second.id());
            assertThat(hop.code()).contains("flow.unsupported");
        });
    }

    @Test
    void where_no_provider_has_the_flow_any_more_the_flows_that_remain_are_named() {
        SessionId id = both.consented(Flow.CAPTCHA_OTP);
        first.lose(Flow.CAPTCHA_OTP);
        second.lose(Flow.CAPTCHA_OTP);
        first.lose(Flow.DIGILOCKER);
        second.lose(Flow.DIGILOCKER);

        assertThat(begin(id, Flow.CAPTCHA_OTP).getLeft())
                .isEqualTo(new FlowRejection(Flow.CAPTCHA_OTP, Set.of(Flow.DIRECT_OTP)));
    }

    @Test
    void a_consent_that_names_one_provider_keeps_the_session_there_and_the_failure_names_the_other() {
        first.fail(ProviderCall.SEND_CODE, Failures.coded("provider.unreachable"));
        SessionId id = alone();

        Either<KycFailure, Progress> answer = start(id);

        assertThat(Told.by(answer)).isEqualTo("refused provider.unreachable");
        assertThat(answer.getLeft())
                .isEqualTo(new ProviderFailure.Confined(Failures.coded("provider.unreachable"), List.of(second.id())));
        assertThat(second.seen()).isEmpty();
        assertThat(hops(id)).isEmpty();
    }

    @Test
    void where_nothing_is_left_to_name_the_failure_is_the_plain_one() {
        first.fail(ProviderCall.SEND_CODE, Failures.coded("provider.unreachable"));
        second.lose(Flow.DIRECT_OTP);

        assertThat(start(alone()).getLeft()).isEqualTo(Failures.coded("provider.unreachable"));
    }

    @Test
    void a_provider_that_the_consent_does_not_name_is_passed_over() {
        Watched third = world.provider("third", FakeConfig.usual());
        SessionId id = through(first, third).consented(Flow.DIRECT_OTP);
        first.fail(ProviderCall.SEND_CODE, Failures.coded("provider.unreachable"));
        World all = through(first, second, third);

        assertThat(Told.by(all.service.startDirect(id, Typed.number(Typed.SENT))))
                .isEqualTo("awaiting-otp");

        assertThat(all.look(id).dossier().provider()).isEqualTo(third.id());
        assertThat(second.seen()).isEmpty();
    }

    @Test
    void a_consent_that_is_over_leads_nowhere_and_asks_for_no_names() {
        first.fail(ProviderCall.SEND_CODE, Failures.coded("provider.unreachable"));
        SessionId id = both.opened(Flow.DIRECT_OTP);
        both.service.giveConsent(id, ConsentMethod.CHECKBOX, Duration.ofMinutes(1));
        Hold hold = first.hold(ProviderCall.SEND_CODE);

        List<Either<KycFailure, ?>> answers = Race.between(() -> start(id), () -> {
            hold.awaitArrival();
            world.pass(Duration.ofMinutes(1));
            hold.release();
            return Either.right("let go");
        });

        assertThat(answers.get(0).getLeft()).isEqualTo(Failures.coded("provider.unreachable"));
        assertThat(second.seen()).isEmpty();
    }

    @Test
    @Tag("P6")
    void once_a_code_went_out_nothing_moves_the_session_on() {
        SessionId id = both.consented(Flow.DIRECT_OTP);
        start(id);
        first.fail(ProviderCall.SEND_CODE, Failures.coded("provider.unreachable"));
        first.fail(ProviderCall.VERIFY_CODE, Failures.coded("provider.unreachable"));
        world.pass(World.GAP);

        assertThat(Told.by(both.submit(id, Typed.RIGHT))).isEqualTo("refused provider.unreachable");
        assertThat(Told.by(both.service.resend(id, Typed.number(Typed.SENT))))
                .isEqualTo("refused provider.unreachable");

        assertThat(second.seen()).isEmpty();
    }

    @Test
    @Tag("P3")
    void a_session_in_doubt_is_started_nowhere_else() {
        first.fail(ProviderCall.SEND_CODE, Failures.coded("provider.timed-out"));
        SessionId id = both.consented(Flow.DIRECT_OTP);
        start(id);

        assertThat(Told.by(start(id))).isEqualTo("refused session.wrong-state");

        assertThat(second.seen()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("P5")
    void a_store_that_dies_on_the_way_to_the_next_provider_costs_a_second_code_only_where_the_first_is_not_on_record(
            Mortal.Side side) {
        for (int write = 1; write <= 7; write++) {
            first.fail(ProviderCall.SEND_CODE, Failures.coded("provider.unreachable"));
            int before = first.codes().size() + second.codes().size();
            SessionId id = both.consented(Flow.DIRECT_OTP);
            Mortal mortal = Mortal.at(write, side, world.stores);
            KycService dying = world.over(mortal.asStores())
                    .provider(first)
                    .provider(second)
                    .build();
            assertThatThrownBy(() -> dying.startDirect(id, Typed.number(Typed.SENT)))
                    .isInstanceOf(StoreUnavailableException.class);
            first.recover();
            int sent = first.codes().size() + second.codes().size() - before;
            int further = isKnown(both.look(id)) ? 0 : 1;

            KycSession end = Person.carryOn(both, id, Typed.RIGHT);

            assertThat(Told.state(end)).isEqualTo("verified");
            assertThat(sent).isBetween(0, 1);
            assertThat(first.codes().size() + second.codes().size() - before).isEqualTo(sent + further);
            Ledgered.theTrailIsUnbroken(both, id);
        }
    }

    @Test
    @Tag("P3")
    void two_starts_of_one_session_at_the_same_moment_send_one_code_in_all() {
        first.fail(ProviderCall.SEND_CODE, Failures.coded("provider.unreachable"));
        for (int heat = 0; heat < HEATS; heat++) {
            int before = first.codes().size() + second.codes().size();
            SessionId id = both.consented(Flow.DIRECT_OTP);

            List<String> told = Race.of(2, number -> Told.by(start(id)));

            assertThat(first.codes().size() + second.codes().size() - before).isLessThanOrEqualTo(1);
            assertThat(told).filteredOn("awaiting-otp"::equals).hasSizeLessThanOrEqualTo(1);
            Ledgered.theTrailIsUnbroken(both, id);
        }
    }

    @Test
    void a_route_that_names_a_provider_twice_is_refused() {
        KycServiceBuilder twice = world.over(world.stores).provider(first).provider(first);

        assertThatThrownBy(twice::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names a provider twice");
    }

    @Test
    void a_route_that_names_nobody_known_is_refused() {
        KycServiceBuilder builder = world.over(world.stores).route(Flow.DIRECT_OTP, List.of(first.id()));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the route of direct-otp names the unknown first");
    }

    @Test
    void the_table_above_has_every_failure() {
        List<String> rows = TABLE.lines().map(row -> row.split(",", 2)[0]).toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        Failures.every().map(ProviderFailure::code).distinct().toList());
    }

    private Either<KycFailure, Progress> start(SessionId id) {
        return begin(id, Flow.DIRECT_OTP);
    }

    private Either<KycFailure, Progress> begin(SessionId id, Flow flow) {
        return switch (flow) {
            case DIRECT_OTP -> both.service.startDirect(id, Typed.number(Typed.SENT));
            case CAPTCHA_OTP -> both.service.startCaptcha(id);
            case DIGILOCKER -> both.offer(id);
        };
    }

    private static boolean isKnown(KycSession session) {
        return session instanceof KycSession.AwaitingOtp<?> waiting
                && waiting.otp() instanceof OtpChallenge.AwaitingCode;
    }

    private SessionId alone() {
        SessionRequest alone = Typed.request(Flow.DIRECT_OTP).from("first").get();
        SessionId id = both.service.open(alone).get().session().id();
        both.service.giveConsent(id, ConsentMethod.CHECKBOX);
        return id;
    }

    private World through(Watched... route) {
        KycServiceBuilder builder = world.over(world.stores);
        Arrays.stream(route).forEach(builder::provider);
        return world.through(builder.build());
    }

    private static void ailing(Watched provider, boolean takesVirtualIds, boolean isDown) {
        if (!takesVirtualIds) {
            provider.refuseVirtualIds();
        }
        if (isDown) {
            provider.fail(ProviderCall.SEND_CODE, Failures.coded("provider.unreachable"));
        }
    }

    private List<AuditEntry> hops(SessionId id) {
        return both.trail(id).stream()
                .filter(entry -> entry.kind() == AuditEntry.Kind.HOP)
                .toList();
    }
}
