package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.AadhaarNumber;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.identity.VirtualId;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.tck.concurrency.Race;
import dev.kycport.tck.sample.SampleValues;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link PendingCodeStore} that remembers owes: one session at a time for each number, and no trace of the number. */
public abstract class PendingCodeStoreContract extends StoresContract {

    private static final int ROUNDS = 20;
    private static final int RUNNERS = 4;
    private static final Instant NOW = SampleValues.NOW;
    private static final Instant UNTIL = NOW.plusSeconds(45);
    private static final Instant LATER = NOW.plusSeconds(60);

    // UIDAI's public test numbers.
    private static final String DIGITS = "999941057058";
    private static final IdentityNumber NUMBER = AadhaarNumber.parse(DIGITS).get();
    private static final IdentityNumber OTHER =
            AadhaarNumber.parse("999971658847").get();
    private static final IdentityNumber VIRTUAL =
            VirtualId.parse("9171234567890125").get();

    private final SessionId one = SampleValues.anySessionId();
    private final SessionId two = SampleValues.anySessionId();
    private final SessionId three = SampleValues.anySessionId();

    /** For the adapter's test. */
    protected PendingCodeStoreContract() {}

    /** If it fails, check that numbers are distinguished, and that none is reserved at first. */
    @Test
    final void a_number_that_nobody_holds_is_free() {
        assertThat(claim(NUMBER, one)).isEmpty();
        assertThat(claim(OTHER, two)).isEmpty();
        assertThat(claim(VIRTUAL, three)).isEmpty();
    }

    /** If it fails, check that the refusal says when the other reservation ends. */
    @Test
    final void a_number_that_another_session_holds_is_refused_with_the_instant_from_which_it_is_free() {
        claim(NUMBER, one);

        assertThat(pending().reserve(NUMBER, two, NOW.plusSeconds(15), LATER)).contains(UNTIL);
    }

    /** If it fails, check that a refusal neither extends the claim that stands nor hands it over. */
    @Test
    final void a_refused_claim_changes_nothing() {
        claim(NUMBER, one);
        pending().reserve(NUMBER, two, NOW, LATER);

        assertThat(claim(NUMBER, three)).contains(UNTIL);
        assertThat(claim(NUMBER, one)).isEmpty();
        assertThat(pending().reserve(NUMBER, three, UNTIL, LATER)).isEmpty();
    }

    /** If it fails, check that the session is compared: its own claim is in nobody's way, and the new window counts. */
    @Test
    final void a_session_may_claim_again_what_it_holds() {
        claim(NUMBER, one);

        assertThat(pending().reserve(NUMBER, one, NOW.plusSeconds(15), LATER)).isEmpty();

        assertThat(pending().reserve(NUMBER, two, UNTIL, UNTIL.plusSeconds(45))).contains(LATER);
    }

    /** If it fails, check the comparison with the end of the window: free at that very instant, and not before. */
    @Test
    final void a_claim_lapses_with_its_window() {
        claim(NUMBER, one);

        assertThat(pending().reserve(NUMBER, two, UNTIL.minusNanos(1000), LATER))
                .contains(UNTIL);
        assertThat(pending().reserve(NUMBER, two, UNTIL, LATER)).isEmpty();
    }

    /** If it fails, check that a claim is found by number and session when it is given back. */
    @Test
    final void a_number_that_was_given_back_is_free() {
        claim(NUMBER, one);
        claim(OTHER, one);
        pending().release(NUMBER, one);

        assertThat(claim(NUMBER, two)).isEmpty();
        assertThat(claim(OTHER, two)).contains(UNTIL);
    }

    /** If it fails, check the session: who held the number before, or never, takes nothing from who holds it now. */
    @Test
    final void nobody_gives_back_what_another_session_holds() {
        claim(NUMBER, one);
        pending().release(NUMBER, two);
        assertThat(claim(NUMBER, three)).contains(UNTIL);

        pending().reserve(NUMBER, two, UNTIL, LATER);
        pending().release(NUMBER, one);

        assertThat(pending().reserve(NUMBER, three, UNTIL, LATER.plusSeconds(45)))
                .contains(LATER);
    }

    /** If it fails, check that looking and claiming are one step, for a number never seen before and for a lapsed one. */
    @Test
    final void of_many_who_claim_a_number_at_once_exactly_one_gets_it() {
        for (int round = 0; round < ROUNDS; round++) {
            Instant now = NOW.plus(Duration.ofHours(round));
            Instant until = now.plusSeconds(45);

            List<Optional<Instant>> answers =
                    Race.run(RUNNERS, runner -> pending().reserve(NUMBER, SampleValues.anySessionId(), now, until));

            assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
            assertThat(answers).filteredOn(Optional::isPresent).containsOnly(Optional.of(until));
        }
    }

    /** If it fails, check what the store prints: it passes through logs like anything else. */
    @Test
    final void the_number_is_nowhere_to_be_read() {
        claim(NUMBER, one);

        assertThat(pending().toString()).doesNotContain(DIGITS);
        assertThat(underTest().toString()).doesNotContain(DIGITS);
    }

    private PendingCodeStore pending() {
        return underTest().pendingCodes();
    }

    private Optional<Instant> claim(IdentityNumber number, SessionId session) {
        return pending().reserve(number, session, NOW, UNTIL);
    }
}
