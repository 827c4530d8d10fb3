package dev.kycport.host.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.observe.LogKeys;
import dev.kycport.ports.store.AuditEntry;
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
class VendorFailoverTest {

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

    private static final StubbedVendor DEEPVUE = StubbedVendor.deepvue();
    private static final StubbedVendor ACCUAUTH = StubbedVendor.accuauth();

    // The first calls of a client load its classes, which takes longer than the vendors' patience.
    @BeforeAll
    static void start() {
        DEEPVUE.start();
        ACCUAUTH.start();
        for (StubbedVendor stubbedVendor : List.of(DEEPVUE, ACCUAUTH)) {
            TestHost testHost = TestHost.routed(List.of(stubbedVendor), stubbedVendor);
            testHost.start(testHost.consented());
        }
    }

    @AfterAll
    static void stop() {
        DEEPVUE.stop();
        ACCUAUTH.stop();
    }

    @BeforeEach
    void recover() {
        DEEPVUE.reset();
        ACCUAUTH.reset();
    }

    static Stream<Arguments> rows() {
        return TABLE.lines()
                .map(row -> row.split("\\s*\\|\\s*"))
                .flatMap(row -> Stream.of(
                        Arguments.of(DEEPVUE, ACCUAUTH, row[0], row[1], row[2]),
                        Arguments.of(ACCUAUTH, DEEPVUE, row[0], row[1], row[2])))
                .filter(row ->
                        !((StubbedVendor) row.get()[0]).impossibleFailures().containsKey((String) row.get()[2]));
    }

    // What is not played is declared with its reason, and nothing is declared that could be played.
    @ParameterizedTest
    @MethodSource("swaps")
    void every_failure_is_played_by_a_vendor_or_one_that_it_documents_no_way_to(
            StubbedVendor stubbedVendor, StubbedVendor other) {
        List<String> failures =
                TABLE.lines().map(row -> row.replaceFirst("\\s*\\|.*", "")).toList();

        assertThat(failures)
                .allSatisfy(failure -> assertThat(stubbedVendor.canFailWith(failure))
                        .isNotEqualTo(stubbedVendor.impossibleFailures().containsKey(failure)))
                .containsAll(stubbedVendor.impossibleFailures().keySet());
    }

    @ParameterizedTest(name = "{0} then {1}: {2}, {3}")
    @MethodSource("rows")
    @Tag("P3")
    void a_failure_of_the_first_leads_on_only_if_nothing_was_sent(
            StubbedVendor first, StubbedVendor second, String failure, String next, String told) {
        first.failWith(failure);
        TestHost testHost = TestHost.routed(List.of(first, second), first, second);
        SessionId id = testHost.consented();

        String answer = testHost.start(id);

        boolean hop = next.equals("hop");
        assertThat(answer).isEqualTo(told);
        assertThat(testHost.provider(id)).isEqualTo((hop ? second : first).name());
        assertThat(second.sendRequests()).isEqualTo(hop ? 1 : 0);
        assertThat(first.possiblySentCodes() + second.possiblySentCodes()).isLessThanOrEqualTo(1);
        assertThat(testHost.hops(id))
                .extracting(AuditEntry::code)
                .hasSize(hop ? 1 : 0)
                .allSatisfy(code -> assertThat(code).hasValue(failure));
    }

    @ParameterizedTest(name = "{0} then {1}: {2}, {3}")
    @MethodSource("rows")
    void and_in_the_end_the_person_is_verified_by_the_one_that_serves_the_session(
            StubbedVendor first, StubbedVendor second, String failure, String next, String told) {
        first.failWith(failure);
        TestHost testHost = TestHost.routed(List.of(first, second), first, second);
        SessionId id = testHost.consented();
        testHost.start(id);
        if (!next.equals("hop")) {
            first.reset();
            testHost.advance(Duration.ofMinutes(2));
            assertThat(next.equals("stay") ? testHost.resend(id) : testHost.start(id))
                    .isEqualTo("awaiting-otp");
        }

        assertThat(testHost.submit(id)).isEqualTo("verified");

        assertThat(by(testHost.find(id))).isEqualTo((next.equals("hop") ? second : first).name());
        assertThat(first.verifyRequests() + second.verifyRequests()).isEqualTo(1);
    }

    @Test
    void a_consent_that_names_the_first_alone_leads_nowhere_else() {
        DEEPVUE.failWith("source.down");
        TestHost testHost = TestHost.routed(List.of(DEEPVUE, ACCUAUTH), DEEPVUE, ACCUAUTH);

        assertThat(testHost.start(testHost.consentedTo(DEEPVUE))).isEqualTo("refused source.down");

        assertThat(ACCUAUTH.sendRequests()).isZero();
    }

    @Test
    void an_open_circuit_leads_on_without_asking_the_first() {
        DEEPVUE.failWith("source.down");
        TestHost testHost =
                TestHost.guarded("\ndeepvue.guard { sample = 1, least-calls = 1 }", List.of(DEEPVUE, ACCUAUTH));
        testHost.start(testHost.consented());

        SessionId id = testHost.consented();

        assertThat(testHost.start(id)).isEqualTo("awaiting-otp");
        assertThat(testHost.provider(id)).isEqualTo("accuauth");
        assertThat(DEEPVUE.sendRequests()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("swaps")
    @Tag("P6")
    void a_session_that_waits_for_its_code_is_verified_where_it_began(StubbedVendor before, StubbedVendor after) {
        TestHost testHost = TestHost.routed(List.of(before), before, after);
        SessionId old = testHost.consented();
        testHost.start(old);

        testHost.reroute(List.of(after), before, after);
        SessionId fresh = testHost.consented();
        testHost.start(fresh);

        assertThat(testHost.submit(old)).isEqualTo("verified");
        assertThat(testHost.submit(fresh)).isEqualTo("verified");
        assertThat(by(testHost.find(old))).isEqualTo(before.name());
        assertThat(by(testHost.find(fresh))).isEqualTo(after.name());
        assertThat(List.of(
                        before.sendRequests(), before.verifyRequests(), after.sendRequests(), after.verifyRequests()))
                .containsOnly(1);
    }

    @ParameterizedTest
    @MethodSource("swaps")
    @Tag("P6")
    void a_resend_goes_where_the_code_came_from(StubbedVendor before, StubbedVendor after) {
        TestHost testHost = TestHost.routed(List.of(before), before, after);
        SessionId id = testHost.consented();
        testHost.start(id);
        testHost.reroute(List.of(after), before, after);
        testHost.advance(Duration.ofMinutes(1));

        assertThat(testHost.resend(id)).isEqualTo("awaiting-otp");

        assertThat(before.sendRequests()).isEqualTo(2);
        assertThat(after.sendRequests()).isZero();
    }

    @ParameterizedTest
    @MethodSource("swaps")
    void the_vendors_own_id_of_a_call_that_succeeds_can_be_logged_and_is_gone_afterwards(
            StubbedVendor stubbedVendor, StubbedVendor other) {
        TestHost testHost = TestHost.routed(List.of(stubbedVendor), stubbedVendor, other);
        SessionId id = testHost.consented();

        testHost.start(id);
        testHost.submit(id);

        assertThat(testHost.traces()).containsExactly("t-1", "t-2");
        assertThat(MDC.get(LogKeys.TRACE)).isNull();
    }

    static Stream<Arguments> swaps() {
        return Stream.of(Arguments.of(DEEPVUE, ACCUAUTH), Arguments.of(ACCUAUTH, DEEPVUE));
    }

    private static String by(KycSession session) {
        return ((KycSession.Verified) session).identity().assurance().provider().value();
    }
}
