package dev.kycport.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.TestValues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ConsentPropertyTest {

    @Property
    @Tag("P10")
    void replaying_the_events_gives_the_state_the_moves_gave(
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> choices,
            @ForAll @IntRange(min = 1, max = 10_000) int seconds) {
        Instant now = TestValues.NOW;
        Consent consent = Consent.ask(TestValues.anyConsentId(), TestValues.anyTerms(), now);
        List<ConsentEvent> events =
                new ArrayList<>(List.of(new ConsentEvent.WasAsked(consent.id(), now, consent.terms())));

        for (int choice : choices) {
            now = now.plusSeconds(seconds);
            consent = move(consent, choice, now, events);

            assertThat(ConsentHistory.replay(events)).isEqualTo(consent);
        }
    }

    @Property
    @Tag("P1")
    void a_call_is_allowed_only_within_the_terms_and_the_time(
            @ForAll boolean samePurpose,
            @ForAll boolean sameSubject,
            @ForAll boolean sameRecipient,
            @ForAll ProviderCall call,
            @ForAll @IntRange(max = 7200) int after) {
        ConsentUse use = new ConsentUse(
                TestValues.anySessionId(),
                sameSubject ? TestValues.anySubject() : new SubjectRef("someone"),
                samePurpose ? TestValues.anyPurpose() : new Purpose("selling"),
                sameRecipient ? TestValues.anyProvider() : new ProviderId("other"),
                call);

        boolean allowed =
                TestValues.anyConsent().allows(use, TestValues.later(after)).isRight();

        assertThat(allowed).isEqualTo(samePurpose && sameSubject && sameRecipient && after < 3600);
    }

    @Property
    @Tag("P1")
    void a_consent_that_has_ended_never_allows_a_call_again(@ForAll @IntRange(max = 100_000) int after) {
        Consent.Given given = TestValues.anyConsent();

        assertThat(given.withdraw(TestValues.NOW)
                        .allows(TestValues.anyUse(), TestValues.later(after))
                        .isLeft())
                .isTrue();
        assertThat(given.expire()
                        .allows(TestValues.anyUse(), TestValues.later(after))
                        .isLeft())
                .isTrue();
        assertThat(given.asked()
                        .decline(TestValues.NOW)
                        .allows(TestValues.anyUse(), TestValues.later(after))
                        .isLeft())
                .isTrue();
    }

    private static Consent move(Consent consent, int choice, Instant now, List<ConsentEvent> events) {
        if (consent instanceof Consent.Asked asked) {
            return answer(asked, choice, now, events);
        }
        return consent instanceof Consent.Given given ? end(given, choice, now, events) : consent;
    }

    private static Consent answer(Consent.Asked asked, int choice, Instant now, List<ConsentEvent> events) {
        if (choice == 0) {
            events.add(new ConsentEvent.WasDeclined(asked.id(), now));
            return asked.decline(now);
        }
        events.add(new ConsentEvent.WasGiven(asked.id(), now, ConsentMethod.TYPED, Duration.ofHours(1)));
        return asked.give(ConsentMethod.TYPED, Duration.ofHours(1), now);
    }

    private static Consent end(Consent.Given given, int choice, Instant now, List<ConsentEvent> events) {
        if (choice == 0) {
            events.add(new ConsentEvent.WasWithdrawn(given.id(), now));
            return given.withdraw(now);
        }
        if (choice == 1) {
            events.add(new ConsentEvent.HasExpired(given.id(), now));
            return given.expire();
        }
        events.add(new ConsentEvent.WasUsed(given.id(), now, TestValues.anyUse()));
        return given;
    }
}
