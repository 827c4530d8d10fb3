package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.GuardedProvider;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardedKycProviderTest {

    private final GuardHarness at = new GuardHarness(GuardConfig.defaults());

    static Stream<Arguments> guards() {
        return Stream.of(
                Arguments.of(GuardedProvider.class, GuardedKycProvider.class),
                Arguments.of(DirectOtpGateway.class, GuardedDirectOtpGateway.class),
                Arguments.of(CaptchaOtpGateway.class, GuardedCaptchaOtpGateway.class),
                Arguments.of(DigiLockerGateway.class, GuardedDigiLockerGateway.class));
    }

    @ParameterizedTest
    @MethodSource("guards")
    void nothing_of_a_port_is_left_to_its_default(Class<?> port, Class<?> guard) {
        assertThat(Arrays.stream(port.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers())))
                .allSatisfy(method -> assertThat(declares(guard, method))
                        .as(method.toString())
                        .isTrue());
    }

    @Test
    void it_is_the_same_provider_from_outside() {
        assertThat(at.guarded.id()).isEqualTo(at.provider.id());
        assertThat(at.guarded.flows()).containsExactlyInAnyOrder(Flow.values());
        assertThat(at.guarded.policies()).isEqualTo(at.provider.policies());
        assertThat(at.guarded.endpoint()).contains(FaultyProvider.ENDPOINT);
        assertThat(at.guarded.directOtp().orElseThrow().acceptsVirtualIds()).isTrue();
        assertThat(at.guarded.captchaOtp().orElseThrow().acceptsVirtualIds()).isTrue();
        assertThat(at.guarded).hasToString("Guarded[moody]");
    }

    @Test
    void its_patience_covers_both_waits_and_a_quick_first_try() {
        assertThat(at.guarded.callTimeout()).isEqualTo(FaultyProvider.CALL_TIMEOUT.plus(Duration.ofSeconds(1 + 1 + 2)));
    }

    private static boolean declares(Class<?> guard, Method method) {
        return Arrays.stream(guard.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
}
