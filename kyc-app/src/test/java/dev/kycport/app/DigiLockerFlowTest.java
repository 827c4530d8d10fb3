package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.AuditEntry;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DigiLockerFlowTest {

    private static final String GRANTED = "code=granted";

    private final Harness harness = Harness.create();

    @Test
    void a_grant_verifies_the_person_and_their_documents_are_fetched() {
        SessionId id = harness.consented(Flow.DIGILOCKER);
        harness.service.startDigiLocker(id, TestInputs.redirectUrl(), EnumSet.allOf(DocumentType.class));

        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(id, GRANTED)))
                .isEqualTo("verified");

        assertThat(((KycSession.Verified) harness.find(id)).identity().documents())
                .hasSize(3);
    }

    @Test
    void documents_without_the_aadhaar_verify_their_holder() {
        SessionId id = offered(DocumentType.PAN);

        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(id, GRANTED)))
                .isEqualTo("verified");

        VerifiedIdentity identity = ((KycSession.Verified) harness.find(id)).identity();
        assertThat(identity.name()).isEqualTo("Asha Test Rao");
        assertThat(identity.number()).isEmpty();
        assertThat(identity.documents()).extracting(IssuedDocument::type).containsExactly(DocumentType.PAN);
    }

    @Test
    @Tag("P2")
    void the_holder_of_the_documents_is_known_only_during_the_return() {
        SessionId id = offered(DocumentType.PAN);
        harness.provider.fail(ProviderCall.COLLECT_DOCUMENTS, down());
        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(id, GRANTED)))
                .isEqualTo("awaiting-authorization source.down");
        harness.provider.recover();

        assertThat(StepAssertions.describe(harness.service.fetchDocuments(id)))
                .isEqualTo("ended provider-session-lost provider.session-lost");

        assertThat(harness.stores.sessions().find(id))
                .isPresent()
                .get()
                .asString()
                .doesNotContain("Asha");
    }

    @Test
    void a_grant_that_shares_nothing_is_denied() {
        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(harness.digiLockerOffered(), "code=empty")))
                .isEqualTo("ended denied authorization.empty");
    }

    @Test
    void a_return_with_an_empty_scope_shares_nothing_and_costs_no_call() {
        SessionId id = harness.digiLockerOffered();

        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(id, "code=granted&scope=")))
                .isEqualTo("ended denied authorization.empty");

        assertThat(harness.provider.count(ProviderCall.TAKE_UP_AUTHORIZATION)).isZero();
    }

    @Test
    void a_refusal_is_denied_without_asking_the_provider() {
        SessionId id = harness.digiLockerOffered();

        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(id, "error=access_denied")))
                .isEqualTo("ended denied authorization.denied");

        assertThat(harness.provider.count(ProviderCall.TAKE_UP_AUTHORIZATION)).isZero();
    }

    @Test
    void a_grant_that_digilocker_does_not_accept_is_denied() {
        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(harness.digiLockerOffered(), "code=invented")))
                .isEqualTo("ended denied authorization.denied");
    }

    @Test
    @Tag("P10")
    void a_return_with_a_foreign_state_is_refused_and_recorded() {
        SessionId id = harness.digiLockerOffered();

        Either<KycFailure, StepResult> grant =
                harness.service.handleDigiLockerReturn(id, TestInputs.returnUrl("code=granted&state=other"));
        Either<KycFailure, StepResult> refusal =
                harness.service.handleDigiLockerReturn(id, TestInputs.returnUrl("error=access_denied&state=other"));

        assertThat(StepAssertions.describe(grant)).isEqualTo("refused authorization.foreign");
        assertThat(StepAssertions.describe(refusal)).isEqualTo("refused authorization.foreign");
        assertThat(harness.provider.count(ProviderCall.TAKE_UP_AUTHORIZATION)).isZero();
        assertThat(harness.auditTrail(id))
                .filteredOn(entry -> entry.kind() == AuditEntry.Kind.REFUSED)
                .hasSize(2)
                .allMatch(entry -> entry.code().orElseThrow().equals("authorization.foreign"));
        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(id, GRANTED)))
                .isEqualTo("verified");
    }

    @Test
    void a_return_for_another_session_is_foreign() {
        SessionId mine = harness.digiLockerOffered();
        SessionId theirs = harness.digiLockerOffered();

        Either<KycFailure, StepResult> answer = harness.service.handleDigiLockerReturn(
                mine, TestInputs.returnUrl("code=granted&state=" + harness.state(theirs)));

        assertThat(StepAssertions.describe(answer)).isEqualTo("refused authorization.foreign");
        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(theirs, GRANTED)))
                .isEqualTo("verified");
    }

    @Test
    void a_return_without_a_state_leaves_the_offer_open() {
        SessionId id = harness.digiLockerOffered();

        Either<KycFailure, StepResult> answer =
                harness.service.handleDigiLockerReturn(id, TestInputs.returnUrl(GRANTED));

        assertThat(answer.getLeft().summary()).isEqualTo("state is missing");
        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(id, GRANTED)))
                .isEqualTo("verified");
    }

    @Test
    void a_return_with_neither_code_nor_error_leaves_the_offer_open() {
        SessionId id = harness.digiLockerOffered();

        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(id, "scope=files")))
                .isEqualTo("refused input.invalid");

        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(id, GRANTED)))
                .isEqualTo("verified");
    }

    @Test
    void documents_can_be_fetched_again_after_a_failure() {
        SessionId id = harness.digiLockerOffered();
        harness.provider.fail(ProviderCall.COLLECT_DOCUMENTS, down());

        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(id, GRANTED)))
                .isEqualTo("awaiting-authorization source.down");
        assertThat(StepAssertions.describe(harness.service.fetchDocuments(id))).isEqualTo("refused source.down");
        harness.provider.recover();

        assertThat(StepAssertions.describe(harness.service.fetchDocuments(id))).isEqualTo("verified");
        assertThat(harness.provider.count(ProviderCall.TAKE_UP_AUTHORIZATION)).isEqualTo(1);
    }

    @Test
    void a_return_is_handled_once() {
        SessionId id = harness.digiLockerOffered();
        String state = harness.state(id);
        harness.provider.fail(ProviderCall.COLLECT_DOCUMENTS, down());
        harness.returnFromDigiLocker(id, GRANTED);

        Either<KycFailure, StepResult> again =
                harness.service.handleDigiLockerReturn(id, TestInputs.returnUrl("code=granted&state=" + state));

        assertThat(StepAssertions.describe(again)).isEqualTo("refused session.wrong-state");
        assertThat(harness.provider.count(ProviderCall.TAKE_UP_AUTHORIZATION)).isEqualTo(1);
    }

    @Test
    void a_grant_that_could_not_be_exchanged_returns_to_the_authorization_request() {
        SessionId id = harness.digiLockerOffered();
        harness.provider.fail(ProviderCall.TAKE_UP_AUTHORIZATION, down());

        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(id, GRANTED)))
                .isEqualTo("refused source.down");
        harness.provider.recover();

        assertThat(StepAssertions.describe(harness.returnFromDigiLocker(id, GRANTED)))
                .isEqualTo("verified");
    }

    @Test
    void no_documents_can_be_fetched_before_the_return() {
        assertThat(StepAssertions.describe(harness.service.fetchDocuments(harness.digiLockerOffered())))
                .isEqualTo("refused session.wrong-state");
    }

    @Test
    void a_session_whose_authorization_expired_ends() {
        SessionId id = harness.digiLockerOffered();
        String state = harness.state(id);
        harness.pass(Duration.ofMinutes(10));

        Either<KycFailure, StepResult> late =
                harness.service.handleDigiLockerReturn(id, TestInputs.returnUrl("code=granted&state=" + state));

        assertThat(StepAssertions.describe(late)).isEqualTo("refused session.over");
        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended expired");
    }

    @Test
    void an_authorization_request_needs_documents() {
        SessionId id = harness.consented(Flow.DIGILOCKER);

        Either<KycFailure, StepResult> answer = harness.service.startDigiLocker(id, TestInputs.redirectUrl(), Set.of());

        assertThat(answer.getLeft().summary()).isEqualTo("document must be named at least once");
    }

    @Test
    void an_authorization_request_that_failed_can_be_repeated() {
        SessionId id = harness.consented(Flow.DIGILOCKER);
        harness.provider.fail(ProviderCall.OFFER_AUTHORIZATION, down());

        assertThat(StepAssertions.describe(harness.offer(id))).isEqualTo("refused source.down");
        harness.provider.recover();

        assertThat(StepAssertions.describe(harness.offer(id))).isEqualTo("awaiting-authorization");
    }

    @Test
    void a_provider_that_lost_its_session_ends_ours() {
        for (ProviderCall call : EnumSet.of(ProviderCall.TAKE_UP_AUTHORIZATION, ProviderCall.COLLECT_DOCUMENTS)) {
            Harness forgetful = Harness.withConfig(FakeConfig.defaults().withOutcome(call, "provider.session-lost"));

            assertThat(StepAssertions.describe(forgetful.returnFromDigiLocker(forgetful.digiLockerOffered(), GRANTED)))
                    .isEqualTo("ended provider-session-lost provider.session-lost");
        }
    }

    private SessionId offered(DocumentType document) {
        SessionId id = harness.consented(Flow.DIGILOCKER);
        harness.service.startDigiLocker(id, TestInputs.redirectUrl(), EnumSet.of(document));
        return id;
    }

    private ProviderFailure down() {
        return ProviderFailure.sourceDown(VendorTrace.of(harness.provider.id()));
    }
}
