package dev.kycport.domain.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.otp.OtpChallenge.AwaitingCode;
import dev.kycport.domain.otp.OtpChallenge.Expired;
import dev.kycport.domain.otp.OtpChallenge.InDoubt;
import dev.kycport.domain.otp.OtpChallenge.Open;
import dev.kycport.domain.otp.OtpChallenge.Pending;
import dev.kycport.domain.otp.OtpChallenge.Requested;
import dev.kycport.domain.otp.OtpChallenge.Verifying;
import dev.kycport.domain.otp.OtpSnapshot.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P5")
class OtpSnapshotTest {

    private static final AwaitingCode CODE =
            new AwaitingCode(TestValues.anyReference(), TestValues.later(600), 2, 3, TestValues.later(45));
    private static final Optional<Instant> SOME_TIME = Optional.of(TestValues.NOW);
    private static final Optional<ProviderReference> SOME_REFERENCE = Optional.of(TestValues.anyReference());

    static Stream<Open> states() {
        return Stream.of(
                new Requested(TestValues.NOW, 3, Optional.empty()),
                new Requested(TestValues.NOW, 2, Optional.of(CODE)),
                new Requested(TestValues.NOW, 2, Optional.of(new Pending(3, TestValues.NOW))),
                new Requested(TestValues.NOW, 2, Optional.of(new InDoubt(3, TestValues.NOW))),
                new Requested(TestValues.NOW, 2, Optional.of(new Expired(3, TestValues.NOW))),
                CODE,
                new Verifying(CODE, TestValues.later(60)),
                new Pending(1, TestValues.later(1)),
                new InDoubt(2, TestValues.later(2)),
                new Expired(0, TestValues.later(3)));
    }

    @ParameterizedTest
    @MethodSource("states")
    void every_state_survives(Open state) {
        assertThat(OtpSnapshot.of(state).restore()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void a_snapshot_without_its_parts_is_damaged(Kind kind) {
        assertDamaged(new OtpSnapshot(
                kind, Optional.empty(), SOME_REFERENCE, SOME_TIME, 1, 1, Optional.empty(), Optional.empty()));
    }

    @Test
    void a_code_without_reference_life_or_attempts_is_damaged() {
        assertDamaged(code(Optional.empty(), SOME_TIME, 1));
        assertDamaged(code(SOME_REFERENCE, Optional.empty(), 1));
        assertDamaged(code(SOME_REFERENCE, SOME_TIME, 0));
    }

    @Test
    void counts_below_zero_are_damaged() {
        assertThatThrownBy(() -> code(SOME_REFERENCE, SOME_TIME, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OtpSnapshot(
                        Kind.IN_DOUBT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        -1,
                        SOME_TIME,
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUESTED", "JUDGING"})
    void a_call_under_way_cannot_lead_back_to_another(Kind kind) {
        assertDamaged(underWay(Kind.REQUESTED, underWay(kind, OtpSnapshot.of(CODE))));
    }

    @Test
    void a_judgement_leads_back_to_a_code() {
        assertDamaged(underWay(Kind.JUDGING, OtpSnapshot.of(new Pending(1, TestValues.NOW))));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REQUESTED")
    void only_a_request_is_taken_for_one(Kind kind) {
        OtpSnapshot snapshot = underWay(kind, OtpSnapshot.of(CODE));

        assertThatThrownBy(snapshot::requested).isInstanceOf(IllegalArgumentException.class);
    }

    private static OtpSnapshot code(
            Optional<ProviderReference> reference, Optional<Instant> expiresAt, int attemptsLeft) {
        return new OtpSnapshot(
                Kind.AWAITING_CODE,
                Optional.empty(),
                reference,
                expiresAt,
                attemptsLeft,
                1,
                SOME_TIME,
                Optional.empty());
    }

    private static OtpSnapshot underWay(Kind kind, OtpSnapshot before) {
        return new OtpSnapshot(
                kind, SOME_TIME, Optional.empty(), Optional.empty(), 0, 1, SOME_TIME, Optional.of(before));
    }

    private static void assertDamaged(OtpSnapshot snapshot) {
        assertThatThrownBy(snapshot::restore).isInstanceOf(IllegalArgumentException.class);
    }
}
