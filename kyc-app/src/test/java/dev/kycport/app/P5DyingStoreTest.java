package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.StoreUnavailableException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every write of every story, and the death of the store on both sides of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P5")
class P5DyingStoreTest {

    /** Where a store dies. */
    record Death(Story story, int write, Mortal.Side side) {}

    static Stream<Death> deaths() {
        return Arrays.stream(Story.values())
                .flatMap(story -> IntStream.rangeClosed(3, writesOf(story))
                        .boxed()
                        .flatMap(write ->
                                Arrays.stream(Mortal.Side.values()).map(side -> new Death(story, write, side))));
    }

    @ParameterizedTest
    @MethodSource("deaths")
    @Tag("P1")
    @Tag("P3")
    @Tag("P4")
    @Tag("P10")
    void the_next_service_explains_the_session_and_carries_on(Death death) {
        World world = World.usual();
        SessionId id = dieIn(world, death);

        World next = afterwards(world);
        String explained = Told.state(next.look(id));
        KycSession end = Person.carryOn(next, id, Typed.RIGHT);

        assertThat(explained).isNotEmpty();
        assertThat(end).isNotInstanceOf(KycSession.Live.class);
        Ledgered.everyCallHasItsConsent(next, id);
        Ledgered.everyCallHasItsIntent(next, id);
        Ledgered.theTrailIsUnbroken(next, id);
        Ledgered.noCodeTooManyAndNoGuess(next);
    }

    @ParameterizedTest
    @MethodSource("deaths")
    @Tag("P4")
    void whoever_carries_on_guessing_gets_no_guess_more(Death death) {
        World world = World.usual();
        SessionId id = dieIn(world, death);

        World next = afterwards(world);
        KycSession end = Person.carryOn(next, id, Typed.WRONG);

        assertThat(end).isNotInstanceOf(KycSession.Live.class);
        Ledgered.noCodeTooManyAndNoGuess(next);
    }

    @ParameterizedTest
    @EnumSource
    void a_store_that_dies_while_a_session_is_opened_leaves_nothing_in_the_way_of_another(Mortal.Side side) {
        for (int write = 1; write <= 2; write++) {
            World world = World.usual();
            Mortal mortal = Mortal.at(write, side, world.stores);

            assertThatThrownBy(() -> through(world, mortal).opened(Story.DIRECT.flow()))
                    .isInstanceOf(StoreUnavailableException.class);

            assertThat(Told.state(world.look(Story.DIRECT.play(world)))).isEqualTo("verified");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_withdrawal_that_was_cut_short_is_finished_when_it_is_asked_for_again(Mortal.Side side) {
        for (int write = writesOf(Story.WITHDRAWN_AFTER_ALL) - 1;
                write <= writesOf(Story.WITHDRAWN_AFTER_ALL);
                write++) {
            World world = World.usual();
            SessionId id = dieIn(world, new Death(Story.WITHDRAWN_AFTER_ALL, write, side));

            world.service.withdrawConsent(id);

            assertThat(Told.state(world.look(id))).isEqualTo("ended consent-withdrawn");
            assertThat(world.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
        }
    }

    @Test
    void a_person_who_says_no_takes_back_a_yes_that_the_session_never_heard_of() {
        World world = World.usual();
        SessionId id = dieIn(world, new Death(Story.DIRECT, 3, Mortal.Side.AFTER));
        assertThat(world.service.consent(id).get()).isInstanceOf(Consent.Given.class);

        assertThat(Told.by(world.service.declineConsent(id))).isEqualTo("ended consent-withdrawn");

        assertThat(world.service.consent(id).get()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void the_intent_is_stored_before_each_call_and_the_outcome_after_it() {
        for (ProviderCall call : ProviderCall.values()) {
            World world = World.usual();
            Moment moment = Moment.before(call, world);
            long revision = world.look(moment.session()).dossier().revision();

            moment.take();

            assertThat(world.look(moment.session()).dossier().revision()).isGreaterThanOrEqualTo(revision + 2);
        }
    }

    private static SessionId dieIn(World world, Death death) {
        Mortal mortal = Mortal.at(death.write(), death.side(), world.stores);
        World mortals = through(world, mortal);
        SessionId id = mortals.opened(death.story().flow());
        assertThatThrownBy(() -> death.story().steps().forEach(step -> step.accept(mortals, id)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(mortal.isDead()).isTrue();
        return id;
    }

    private static World afterwards(World world) {
        world.provider.recover();
        return world.through(world.over(world.stores).provider(world.provider).build());
    }

    private static int writesOf(Story story) {
        World world = World.usual();
        Mortal immortal = Mortal.never(world.stores);
        story.play(through(world, immortal));
        return immortal.writes();
    }

    private static World through(World world, Mortal mortal) {
        return world.through(
                world.over(mortal.asStores()).provider(world.provider).build());
    }
}
