package dev.kycport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.captcha.CaptchaPolicy;
import dev.kycport.domain.digilocker.AuthorizationPolicy;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.Policies;
import dev.kycport.domain.session.SessionPolicy;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BoundsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void an_otp_policy_keeps_to_its_bounds() {
        lengths("otp life", 60, 900, life -> new OtpPolicy(life, 3, 3, MINUTE));
        counts("otp attempts", 1, 5, attempts -> new OtpPolicy(MINUTE, attempts, 3, MINUTE));
        counts("otp resends", 0, 10, resends -> new OtpPolicy(MINUTE, 3, resends, MINUTE));
        lengths("otp resend gap", 30, 600, gap -> new OtpPolicy(MINUTE, 3, 3, gap));
    }

    @Test
    void a_captcha_policy_keeps_to_its_bounds() {
        counts("captcha refreshes", 0, 20, refreshes -> new CaptchaPolicy(refreshes, 3, MINUTE));
        counts("captcha attempts", 1, 10, attempts -> new CaptchaPolicy(3, attempts, MINUTE));
        lengths("captcha life", 30, 1800, life -> new CaptchaPolicy(3, 3, life));
    }

    @Test
    void the_other_policies_keep_to_theirs() {
        lengths("authorization life", 60, 3600, AuthorizationPolicy::new);
        lengths("session life", 300, 86_400, life -> new SessionPolicy(life, MINUTE));
        lengths("identity kept", 60, 86_400, kept -> new SessionPolicy(Duration.ofMinutes(30), kept));
    }

    @Test
    void the_usual_policies_are_those_of_the_handbook() {
        assertThat(Policies.DEFAULT)
                .isEqualTo(new Policies(
                        new SessionPolicy(Duration.ofMinutes(30), Duration.ofHours(24)),
                        new CaptchaPolicy(5, 3, Duration.ofMinutes(5)),
                        new OtpPolicy(Duration.ofMinutes(10), 3, 3, Duration.ofSeconds(45)),
                        new AuthorizationPolicy(Duration.ofMinutes(10))));
    }

    @Test
    void a_value_within_its_bounds_is_handed_back() {
        assertThat(Bounds.requireWithin(1, 5, "tries", 3)).isEqualTo(3);
        assertThat(Bounds.requireWithin(Duration.ZERO, MINUTE, "life", Duration.ofSeconds(7)))
                .isEqualTo(Duration.ofSeconds(7));
    }

    private static void counts(String what, int lowest, int highest, IntFunction<?> policy) {
        assertThat(policy.apply(lowest)).isNotNull();
        assertThat(policy.apply(highest)).isNotNull();
        for (int outside : new int[] {lowest - 1, highest + 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> policy.apply(outside))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(what + " must be from " + lowest + " to " + highest);
        }
    }

    private static void lengths(String what, int shortest, int longest, Function<Duration, ?> policy) {
        assertThat(policy.apply(Duration.ofSeconds(shortest))).isNotNull();
        assertThat(policy.apply(Duration.ofSeconds(longest))).isNotNull();
        for (Duration outside : new Duration[] {
            Duration.ofSeconds(shortest).minusNanos(1),
            Duration.ofSeconds(longest).plusNanos(1),
            Duration.ofDays(-1)
        }) {
            assertThatThrownBy(() -> policy.apply(outside))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(what + " must be from " + shortest + " s to " + longest + " s");
        }
    }
}
