package example.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Settings;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.sample.SampleSettings;
import dev.kycport.tck.secrecy.Canary;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class AcmeProviderFactoryTest {

    private static final Settings SETTINGS = new SampleSettings(
            Map.of("client-id", Canary.DEFAULT.id(), "client-secret", Canary.DEFAULT.secret()));

    @Test
    void a_host_finds_the_factory_and_creates_the_provider_from_its_settings() {
        ProviderFactory found = ServiceLoader.load(ProviderFactory.class).findFirst().orElseThrow();

        KycProvider acme =
                found.create(SETTINGS, MovableClock.atSampleTime());

        assertThat(acme.id()).isEqualTo(AcmeProviderFactory.ID);
        assertThat(acme.flows()).containsExactly(Flow.DIRECT_OTP);
        assertThat(acme.endpoint()).isEqualTo(AcmeProviderFactory.BASE_URL.defaultValue());
    }
}
