package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.StoreUnavailableException;
import io.vavr.control.Either;
import java.util.List;
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

    @Test
    void a_consent_that_names_one_provider_keeps_the_session_there() {
        first.fail(ProviderCall.SEND_CODE, Failures.coded("provider.unreachable"));
        SessionRequest alone = Typed.request(Flow.DIRECT_OTP).from("first").get();
        SessionId id = both.service.open(alone).get().session().id();
        both.service.giveConsent(id, ConsentMethod.CHECKBOX);

        assertThat(Told.by(start(id))).isEqualTo("refused provider.unreachable");

        assertThat(second.seen()).isEmpty();
        assertThat(hops(id)).isEmpty();
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
    void a_store_that_dies_on_the_way_to_the_next_provider_costs_no_second_code(Mortal.Side side) {
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

            KycSession end = Person.carryOn(both, id, Typed.RIGHT);

            assertThat(Told.state(end)).isEqualTo("verified");
            assertThat(first.codes().size() + second.codes().size() - before).isBetween(1, 2);
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

    private List<AuditEntry> hops(SessionId id) {
        return both.trail(id).stream()
                .filter(entry -> entry.kind() == AuditEntry.Kind.HOP)
                .toList();
    }
}
