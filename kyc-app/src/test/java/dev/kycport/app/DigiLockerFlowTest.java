package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
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
import dev.kycport.ports.AuditEntry;
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

    private final World world = World.usual();

    @Test
    void a_grant_verifies_and_brings_the_documents() {
        SessionId id = world.consented(Flow.DIGILOCKER);
        world.service.startDigiLocker(id, Typed.home(), EnumSet.allOf(DocumentType.class));

        assertThat(Told.by(world.comeBack(id, GRANTED))).isEqualTo("verified");

        assertThat(((KycSession.Verified) world.look(id)).identity().documents())
                .hasSize(3);
    }

    @Test
    void documents_without_the_aadhaar_verify_their_holder() {
        SessionId id = offered(DocumentType.PAN);

        assertThat(Told.by(world.comeBack(id, GRANTED))).isEqualTo("verified");

        VerifiedIdentity identity = ((KycSession.Verified) world.look(id)).identity();
        assertThat(identity.name()).isEqualTo("Asha Test Rao");
        assertThat(identity.number()).isEmpty();
        assertThat(identity.documents()).extracting(IssuedDocument::type).containsExactly(DocumentType.PAN);
    }

    @Test
    @Tag("P2")
    void whose_documents_they_are_is_forgotten_with_the_step_and_the_person_starts_again() {
        SessionId id = offered(DocumentType.PAN);
        world.provider.fail(ProviderCall.COLLECT_DOCUMENTS, down());
        assertThat(Told.by(world.comeBack(id, GRANTED))).isEqualTo("awaiting-authorization source.down");
        world.provider.recover();

        assertThat(Told.by(world.service.collect(id))).isEqualTo("ended provider-session-lost provider.session-lost");

        assertThat(world.stores.sessions().find(id))
                .isPresent()
                .get()
                .asString()
                .doesNotContain("Asha");
    }

    @Test
    void a_grant_that_shares_nothing_is_denied() {
        assertThat(Told.by(world.comeBack(world.offered(), "code=empty")))
                .isEqualTo("ended denied authorization.empty");
    }

    @Test
    void a_return_with_an_empty_scope_shares_nothing_and_costs_no_call() {
        SessionId id = world.offered();

        assertThat(Told.by(world.comeBack(id, "code=granted&scope="))).isEqualTo("ended denied authorization.empty");

        assertThat(world.provider.count(ProviderCall.TAKE_UP_AUTHORIZATION)).isZero();
    }

    @Test
    void a_refusal_is_denied_without_asking_the_provider() {
        SessionId id = world.offered();

        assertThat(Told.by(world.comeBack(id, "error=access_denied"))).isEqualTo("ended denied authorization.denied");

        assertThat(world.provider.count(ProviderCall.TAKE_UP_AUTHORIZATION)).isZero();
    }

    @Test
    void a_grant_that_digilocker_does_not_accept_is_denied() {
        assertThat(Told.by(world.comeBack(world.offered(), "code=invented")))
                .isEqualTo("ended denied authorization.denied");
    }

    @Test
    @Tag("P10")
    void a_return_with_a_foreign_state_is_refused_and_on_record() {
        SessionId id = world.offered();

        Either<KycFailure, Progress> grant = world.service.takeUpReturn(id, Typed.back("code=granted&state=other"));
        Either<KycFailure, Progress> refusal =
                world.service.takeUpReturn(id, Typed.back("error=access_denied&state=other"));

        assertThat(Told.by(grant)).isEqualTo("refused authorization.foreign");
        assertThat(Told.by(refusal)).isEqualTo("refused authorization.foreign");
        assertThat(world.provider.count(ProviderCall.TAKE_UP_AUTHORIZATION)).isZero();
        assertThat(world.trail(id))
                .filteredOn(entry -> entry.kind() == AuditEntry.Kind.REFUSED)
                .hasSize(2)
                .allMatch(entry -> entry.code().orElseThrow().equals("authorization.foreign"));
        assertThat(Told.by(world.comeBack(id, GRANTED))).isEqualTo("verified");
    }

    @Test
    void a_return_for_another_session_is_foreign() {
        SessionId mine = world.offered();
        SessionId theirs = world.offered();

        Either<KycFailure, Progress> answer =
                world.service.takeUpReturn(mine, Typed.back("code=granted&state=" + world.state(theirs)));

        assertThat(Told.by(answer)).isEqualTo("refused authorization.foreign");
        assertThat(Told.by(world.comeBack(theirs, GRANTED))).isEqualTo("verified");
    }

    @Test
    void a_return_without_a_state_leaves_the_offer_open() {
        SessionId id = world.offered();

        Either<KycFailure, Progress> answer = world.service.takeUpReturn(id, Typed.back(GRANTED));

        assertThat(answer.getLeft().summary()).isEqualTo("state is missing");
        assertThat(Told.by(world.comeBack(id, GRANTED))).isEqualTo("verified");
    }

    @Test
    void a_return_with_neither_code_nor_error_leaves_the_offer_open() {
        SessionId id = world.offered();

        assertThat(Told.by(world.comeBack(id, "scope=files"))).isEqualTo("refused input.invalid");

        assertThat(Told.by(world.comeBack(id, GRANTED))).isEqualTo("verified");
    }

    @Test
    void documents_that_did_not_come_can_be_collected_again() {
        SessionId id = world.offered();
        world.provider.fail(ProviderCall.COLLECT_DOCUMENTS, down());

        assertThat(Told.by(world.comeBack(id, GRANTED))).isEqualTo("awaiting-authorization source.down");
        assertThat(Told.by(world.service.collect(id))).isEqualTo("refused source.down");
        world.provider.recover();

        assertThat(Told.by(world.service.collect(id))).isEqualTo("verified");
        assertThat(world.provider.count(ProviderCall.TAKE_UP_AUTHORIZATION)).isEqualTo(1);
    }

    @Test
    void a_return_is_taken_up_once() {
        SessionId id = world.offered();
        String state = world.state(id);
        world.provider.fail(ProviderCall.COLLECT_DOCUMENTS, down());
        world.comeBack(id, GRANTED);

        Either<KycFailure, Progress> again = world.service.takeUpReturn(id, Typed.back("code=granted&state=" + state));

        assertThat(Told.by(again)).isEqualTo("refused session.wrong-state");
        assertThat(world.provider.count(ProviderCall.TAKE_UP_AUTHORIZATION)).isEqualTo(1);
    }

    @Test
    void a_grant_that_could_not_be_exchanged_leads_back_to_the_offer() {
        SessionId id = world.offered();
        world.provider.fail(ProviderCall.TAKE_UP_AUTHORIZATION, down());

        assertThat(Told.by(world.comeBack(id, GRANTED))).isEqualTo("refused source.down");
        world.provider.recover();

        assertThat(Told.by(world.comeBack(id, GRANTED))).isEqualTo("verified");
    }

    @Test
    void nothing_can_be_collected_before_the_return() {
        assertThat(Told.by(world.service.collect(world.offered()))).isEqualTo("refused session.wrong-state");
    }

    @Test
    void a_person_who_stays_away_too_long_starts_again() {
        SessionId id = world.offered();
        String state = world.state(id);
        world.pass(Duration.ofMinutes(10));

        Either<KycFailure, Progress> late = world.service.takeUpReturn(id, Typed.back("code=granted&state=" + state));

        assertThat(Told.by(late)).isEqualTo("refused session.over");
        assertThat(Told.state(world.look(id))).isEqualTo("ended expired");
    }

    @Test
    void an_offer_names_its_documents() {
        SessionId id = world.consented(Flow.DIGILOCKER);

        Either<KycFailure, Progress> answer = world.service.startDigiLocker(id, Typed.home(), Set.of());

        assertThat(answer.getLeft().summary()).isEqualTo("document must be named at least once");
    }

    @Test
    void an_offer_that_did_not_come_can_be_asked_for_again() {
        SessionId id = world.consented(Flow.DIGILOCKER);
        world.provider.fail(ProviderCall.OFFER_AUTHORIZATION, down());

        assertThat(Told.by(world.offer(id))).isEqualTo("refused source.down");
        world.provider.recover();

        assertThat(Told.by(world.offer(id))).isEqualTo("awaiting-authorization");
    }

    @Test
    void a_provider_that_lost_its_session_ends_ours() {
        for (ProviderCall call : EnumSet.of(ProviderCall.TAKE_UP_AUTHORIZATION, ProviderCall.COLLECT_DOCUMENTS)) {
            World forgetful = World.with(FakeConfig.usual().answering(call, "provider.session-lost"));

            assertThat(Told.by(forgetful.comeBack(forgetful.offered(), GRANTED)))
                    .isEqualTo("ended provider-session-lost provider.session-lost");
        }
    }

    private SessionId offered(DocumentType document) {
        SessionId id = world.consented(Flow.DIGILOCKER);
        world.service.startDigiLocker(id, Typed.home(), EnumSet.of(document));
        return id;
    }

    private ProviderFailure down() {
        return new ProviderFailure.SourceDown(VendorTrace.of(world.provider.id()));
    }
}
