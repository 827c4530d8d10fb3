package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.tck.concurrency.Race;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening under an idempotency key, and finding a session without its id. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenAgainTest {

    private static final String KEY = "6f1c2a34-0b5d-4e6f-8a9b-1c2d3e4f5a6b";

    private final Harness harness = Harness.create();
    private final KycService service = harness.service;
    private final SessionRequest request = TestInputs.request(Flow.DIRECT_OTP);

    @Test
    void the_same_key_leads_to_the_same_session_in_its_present_state() {
        SessionId first = id(service.open(request, KEY));
        service.giveConsent(first, ConsentMethod.CHECKBOX).get();

        StepResult again = service.open(request, KEY).get();

        assertThat(again.session().id()).isEqualTo(first);
        assertThat(again.session().state().code()).isEqualTo("consented");
        assertThat(service.audit(first)).hasSize(2);
    }

    @Test
    void another_node_or_a_restart_makes_no_difference() {
        KycService other = harness.builderOn(harness.stores)
                .provider(harness.provider("fake", FakeConfig.defaults()))
                .build();

        assertThat(id(other.open(request, KEY))).isEqualTo(id(service.open(request, KEY)));
    }

    @Test
    void another_key_leads_to_another_session() {
        assertThat(id(service.open(request, KEY))).isNotEqualTo(id(service.open(request, KEY.replace('6', '7'))));
    }

    @Test
    void of_many_at_once_all_get_the_same_session() {
        List<SessionId> ids = Race.run(8, runner -> id(service.open(request, KEY)));

        assertThat(ids).containsOnly(ids.get(0));
    }

    @Test
    void a_session_that_has_ended_is_not_opened_again() {
        SessionId first = id(service.open(request, KEY));
        service.cancel(first).get();

        assertThat(service.open(request, KEY).get().session().state().code()).isEqualTo("ended");
    }

    @Test
    void a_key_is_for_one_person_and_one_flow() {
        service.open(request, KEY).get();

        assertThat(service.open(TestInputs.request(Flow.DIGILOCKER), KEY)
                        .getLeft()
                        .summary())
                .startsWith("idempotency-key");
        assertThat(service.open(requestOf("customer-other"), KEY).getLeft().code())
                .isEqualTo("input.invalid");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"customer-4711", "123456789012345678901", "6f1c2a34 0b5d 4e6f 8a9b 1c2d3e4f5a6b"})
    void a_key_that_could_be_guessed_is_rejected(String key) {
        assertThat(service.open(request, key).getLeft().code()).isEqualTo("input.invalid");
    }

    @Test
    void the_live_session_of_a_person_is_found_without_its_id() {
        SessionId earlier = harness.opened(Flow.DIRECT_OTP);
        harness.pass(Duration.ofSeconds(1));
        SessionId later = harness.opened(Flow.DIGILOCKER);

        assertThat(service.findLiveSession(request.subject()).map(KycSession::id))
                .contains(later);
        service.cancel(later).get();
        assertThat(service.findLiveSession(request.subject()).map(KycSession::id))
                .contains(earlier);
        service.cancel(earlier).get();
        assertThat(service.findLiveSession(request.subject())).isEmpty();
    }

    @Test
    void a_session_that_has_expired_is_not_live() {
        SubjectRef person = request.subject();
        harness.opened(Flow.DIRECT_OTP);

        harness.pass(Duration.ofMinutes(31));

        assertThat(service.findLiveSession(person)).isEmpty();
    }

    private SessionRequest requestOf(String subject) {
        return new SessionRequest(
                request.flow(),
                new SubjectRef(subject),
                request.purpose(),
                request.notice(),
                request.dataItems(),
                request.provider());
    }

    private static SessionId id(Either<KycFailure, StepResult> result) {
        return result.get().session().id();
    }
}
