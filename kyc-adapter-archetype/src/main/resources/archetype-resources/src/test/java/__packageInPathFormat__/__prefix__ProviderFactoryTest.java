package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.sample.SampleSettings;
import dev.kycport.tck.secrecy.Canary;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ${prefix}ProviderFactoryTest {

    @Test
    void a_host_finds_the_factory_and_creates_the_provider_from_its_settings() {
        ProviderFactory factory =
                ServiceLoader.load(ProviderFactory.class).findFirst().orElseThrow();

        // TODO: the required settings of ${prefix}Config.
        KycProvider provider = factory.create(
                new SampleSettings(
                        Map.of("client-id", Canary.DEFAULT.id(), "client-secret", Canary.DEFAULT.secret())),
                MovableClock.atSampleTime());

        assertThat(provider.id()).isEqualTo(${prefix}ProviderFactory.ID);
        assertThat(provider.flows()).containsExactly(Flow.DIRECT_OTP);
    }
}
