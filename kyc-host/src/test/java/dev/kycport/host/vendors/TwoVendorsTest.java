package dev.kycport.host.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.LogKeys;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P7")
class TwoVendorsTest {

    /** What happens next, whichever of the two is asked first. */
    private static final String TABLE = """
            provider.unreachable    | hop    | awaiting-otp
            provider.throttled      | hop    | awaiting-otp
            provider.credentials    | hop    | awaiting-otp
            provider.quota          | hop    | awaiting-otp
            source.down             | hop    | awaiting-otp
            provider.refused        | report | refused provider.refused
            provider.timed-out      | stay   | awaiting-otp provider.timed-out
            source.timed-out        | stay   | awaiting-otp source.timed-out
            provider.unintelligible | stay   | awaiting-otp provider.unintelligible
            """;

    private static final Vendor DEEPVUE = Vendor.deepvue();
    private static final Vendor ACCUAUTH = Vendor.accuauth();

    // The first calls of a client load its classes, which takes longer than the vendors' patience.
    @BeforeAll
    static void start() {
        DEEPVUE.start();
        ACCUAUTH.start();
        for (Vendor vendor : List.of(DEEPVUE, ACCUAUTH)) {
            Host host = Host.routed(List.of(vendor), vendor);
            host.start(host.consented());
        }
    }

    @AfterAll
    static void stop() {
        DEEPVUE.stop();
        ACCUAUTH.stop();
    }

    @BeforeEach
    void recover() {
        DEEPVUE.recover();
        ACCUAUTH.recover();
    }

    static Stream<Arguments> rows() {
        return TABLE.lines()
                .map(row -> row.split("\\s*\\|\\s*"))
                .flatMap(row -> Stream.of(
                        Arguments.of(DEEPVUE, ACCUAUTH, row[0], row[1], row[2]),
                        Arguments.of(ACCUAUTH, DEEPVUE, row[0], row[1], row[2])))
                .filter(row -> !((Vendor) row.get()[0]).immunities().containsKey((String) row.get()[2]));
    }

    // What is not played is declared with its reason, and nothing is declared that could be played.
    @ParameterizedTest
    @MethodSource("swaps")
    void every_failure_is_played_by_a_vendor_or_one_that_it_documents_no_way_to(Vendor vendor, Vendor other) {
        List<String> failures =
                TABLE.lines().map(row -> row.replaceFirst("\\s*\\|.*", "")).toList();

        assertThat(failures)
                .allSatisfy(failure -> assertThat(vendor.canFallIllWith(failure))
                        .isNotEqualTo(vendor.immunities().containsKey(failure)))
                .containsAll(vendor.immunities().keySet());
    }

    @ParameterizedTest(name = "{0} then {1}: {2}, {3}")
    @MethodSource("rows")
    @Tag("P3")
    void a_failure_of_the_first_leads_on_only_if_nothing_was_sent(
            Vendor first, Vendor second, String failure, String next, String told) {
        first.fallIllWith(failure);
        Host host = Host.routed(List.of(first, second), first, second);
        SessionId id = host.consented();

        String answer = host.start(id);

        boolean hop = next.equals("hop");
        assertThat(answer).isEqualTo(told);
        assertThat(host.provider(id)).isEqualTo((hop ? second : first).name());
        assertThat(second.asked()).isEqualTo(hop ? 1 : 0);
        assertThat(first.codes() + second.codes()).isLessThanOrEqualTo(1);
        assertThat(host.hops(id))
                .extracting(AuditEntry::code)
                .hasSize(hop ? 1 : 0)
                .allSatisfy(code -> assertThat(code).hasValue(failure));
    }

    @ParameterizedTest(name = "{0} then {1}: {2}, {3}")
    @MethodSource("rows")
    void and_in_the_end_the_person_is_verified_by_the_one_that_serves_the_session(
            Vendor first, Vendor second, String failure, String next, String told) {
        first.fallIllWith(failure);
        Host host = Host.routed(List.of(first, second), first, second);
        SessionId id = host.consented();
        host.start(id);
        if (!next.equals("hop")) {
            first.recover();
            host.pass(Duration.ofMinutes(2));
            assertThat(next.equals("stay") ? host.resend(id) : host.start(id)).isEqualTo("awaiting-otp");
        }

        assertThat(host.submit(id)).isEqualTo("verified");

        assertThat(by(host.look(id))).isEqualTo((next.equals("hop") ? second : first).name());
        assertThat(first.checked() + second.checked()).isEqualTo(1);
    }

    @Test
    void a_consent_that_names_the_first_alone_leads_nowhere_else() {
        DEEPVUE.fallIllWith("source.down");
        Host host = Host.routed(List.of(DEEPVUE, ACCUAUTH), DEEPVUE, ACCUAUTH);

        assertThat(host.start(host.consentedTo(DEEPVUE))).isEqualTo("refused source.down");

        assertThat(ACCUAUTH.asked()).isZero();
    }

    @Test
    void an_open_circuit_leads_on_without_asking_the_first() {
        DEEPVUE.fallIllWith("source.down");
        Host host = Host.guarded("\ndeepvue.guard { sample = 1, least-calls = 1 }", List.of(DEEPVUE, ACCUAUTH));
        host.start(host.consented());

        SessionId id = host.consented();

        assertThat(host.start(id)).isEqualTo("awaiting-otp");
        assertThat(host.provider(id)).isEqualTo("accuauth");
        assertThat(DEEPVUE.asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("swaps")
    @Tag("P6")
    void a_session_that_waits_for_its_code_is_verified_where_it_began(Vendor before, Vendor after) {
        Host host = Host.routed(List.of(before), before, after);
        SessionId old = host.consented();
        host.start(old);

        host.reroute(List.of(after), before, after);
        SessionId fresh = host.consented();
        host.start(fresh);

        assertThat(host.submit(old)).isEqualTo("verified");
        assertThat(host.submit(fresh)).isEqualTo("verified");
        assertThat(by(host.look(old))).isEqualTo(before.name());
        assertThat(by(host.look(fresh))).isEqualTo(after.name());
        assertThat(List.of(before.asked(), before.checked(), after.asked(), after.checked()))
                .containsOnly(1);
    }

    @ParameterizedTest
    @MethodSource("swaps")
    @Tag("P6")
    void a_resend_goes_where_the_code_came_from(Vendor before, Vendor after) {
        Host host = Host.routed(List.of(before), before, after);
        SessionId id = host.consented();
        host.start(id);
        host.reroute(List.of(after), before, after);
        host.pass(Duration.ofMinutes(1));

        assertThat(host.resend(id)).isEqualTo("awaiting-otp");

        assertThat(before.asked()).isEqualTo(2);
        assertThat(after.asked()).isZero();
    }

    @ParameterizedTest
    @MethodSource("swaps")
    void the_vendors_own_id_of_a_call_that_succeeds_can_be_logged_and_is_gone_afterwards(Vendor vendor, Vendor other) {
        Host host = Host.routed(List.of(vendor), vendor, other);
        SessionId id = host.consented();

        host.start(id);
        host.submit(id);

        assertThat(host.traces()).containsExactly("t-1", "t-2");
        assertThat(MDC.get(LogKeys.TRACE)).isNull();
    }

    static Stream<Arguments> swaps() {
        return Stream.of(Arguments.of(DEEPVUE, ACCUAUTH), Arguments.of(ACCUAUTH, DEEPVUE));
    }

    private static String by(KycSession session) {
        return ((KycSession.Verified) session).identity().assurance().by().value();
    }
}
