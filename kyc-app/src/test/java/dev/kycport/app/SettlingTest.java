package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.SessionPolicy;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.KycEvent;
import dev.kycport.ports.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P5")
class SettlingTest {

    private static final Duration LIFE = SessionPolicy.USUAL.life();
    private static final Duration KEPT = SessionPolicy.USUAL.kept();

    private final World world = World.usual();

    @Test
    void what_nobody_looks_at_ends_with_its_time_and_says_so_in_the_trail() {
        SessionId forgotten = world.shown();
        SessionId opened = world.opened(Flow.DIGILOCKER);
        world.pass(LIFE);

        assertThat(world.service.settleDue()).isEqualTo(new Settled(2, 0));

        assertThat(stored(forgotten).endReason()).contains(EndReason.EXPIRED);
        assertThat(stored(opened).endReason()).contains(EndReason.EXPIRED);
        assertThat(last(forgotten).kind()).isEqualTo(AuditEntry.Kind.SETTLED);
        Ledgered.theTrailIsUnbroken(world, forgotten);
    }

    @Test
    void an_identity_that_nobody_took_over_goes() {
        SessionId id = world.verified();
        world.pass(KEPT);

        assertThat(world.service.settleDue()).isEqualTo(new Settled(1, 1));

        assertThat(stored(id).identity()).isEmpty();
        assertThat(stored(id).assurance()).isPresent();
    }

    @Test
    @Tag("P3")
    void a_call_whose_outcome_was_lost_is_accounted_for_and_not_made_again() {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        World dying = world.through(
                world.over(Mortal.at(3, Mortal.Side.BEFORE, world.stores).asStores())
                        .provider(world.provider)
                        .build());
        assertThatThrownBy(() -> dying.service.startDirect(id, Typed.number(Typed.SENT)))
                .isInstanceOf(StoreUnavailableException.class);
        int calls = world.provider.count(ProviderCall.SEND_CODE);

        assertThat(world.service.settleDue().sessions()).isZero();
        world.pass(world.provider.patience());
        assertThat(world.service.settleDue().sessions()).isEqualTo(1);

        assertThat(Told.by(world.service.resend(id, Typed.number(Typed.SENT)))).isEqualTo("refused otp.in-doubt");
        assertThat(world.provider.count(ProviderCall.SEND_CODE)).isEqualTo(calls);
    }

    @Test
    void what_is_settled_once_is_settled() {
        world.shown();
        world.pass(LIFE);
        world.service.settleDue();

        assertThat(world.service.settleDue().sessions()).isZero();
    }

    @Test
    void a_host_is_told_of_an_end_after_it_is_stored() {
        List<String> told = new ArrayList<>();
        SessionId id = world.sent();
        KycService listening = world.over(world.stores)
                .provider(world.provider)
                .listener(event -> told.add(event.code() + " "
                        + stored(event.occasion().session()).state().code()))
                .build();
        world.pass(LIFE);

        listening.settleDue();

        assertThat(told).containsExactly("ended ended");
        assertThat(stored(id).endReason()).contains(EndReason.EXPIRED);
    }

    @Test
    void what_the_store_did_not_take_is_not_told() {
        List<KycEvent> told = new ArrayList<>();
        SessionId id = world.sent();
        SessionId other = world.sent();
        KycService late = world.over(Reluctant.about(other, world.stores))
                .provider(world.provider)
                .listener(told::add)
                .build();
        world.pass(LIFE);

        assertThat(late.settleDue().sessions()).isEqualTo(1);

        assertThat(told).extracting(event -> event.occasion().session()).containsExactly(id);
    }

    @Test
    @Tag("P1")
    void a_live_session_whose_consent_was_withdrawn_ends_without_anybody_looking() {
        SessionId id = world.sent();
        withdraw(id);

        assertThat(world.service.settleDue().sessions()).isEqualTo(1);

        assertThat(stored(id).endReason()).contains(EndReason.CONSENT_WITHDRAWN);
        assertThat(last(id).kind()).isEqualTo(AuditEntry.Kind.SETTLED);
    }

    @Test
    @Tag("P1")
    void an_identity_whose_consent_was_withdrawn_goes_without_anybody_looking() {
        SessionId id = world.verified();
        withdraw(id);

        assertThat(world.service.settleDue().sessions()).isEqualTo(1);

        assertThat(stored(id).identity()).isEmpty();
        assertThat(stored(id).endReason()).contains(EndReason.CONSENT_WITHDRAWN);
    }

    @Test
    @Tag("P1")
    void nobody_who_looks_sees_an_identity_whose_consent_was_withdrawn() {
        SessionId id = world.verified();
        withdraw(id);

        assertThat(Told.state(world.look(id))).isEqualTo("ended consent-withdrawn");

        assertThat(stored(id).identity()).isEmpty();
        assertThat(Told.by(world.service.complete(id))).isEqualTo("refused session.over");
        assertThat(Told.by(world.service.withdrawConsent(id))).isEqualTo("ended consent-withdrawn");
    }

    // As a process leaves it that dies before it comes to the session.
    private void withdraw(SessionId id) {
        ConsentId consent = stored(id).dossier().consent();
        int position = world.stores.consents().events(consent).size();
        world.stores
                .consents()
                .append(new ConsentEvent.WasWithdrawn(consent, world.clock.instant()), position)
                .get();
    }

    private SessionSnapshot stored(SessionId id) {
        return world.stores.sessions().find(id).orElseThrow();
    }

    private AuditEntry last(SessionId id) {
        List<AuditEntry> trail = world.trail(id);
        return trail.get(trail.size() - 1);
    }
}
