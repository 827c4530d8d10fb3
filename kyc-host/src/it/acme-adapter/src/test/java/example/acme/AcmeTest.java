package example.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.tck.secrecy.Canary;
import dev.kycport.tck.sample.MovableClock;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class AcmeTest {

    @Test
    void a_host_finds_it_and_makes_it_from_its_settings() {
        ProviderFactory found = ServiceLoader.load(ProviderFactory.class).findFirst().orElseThrow();

        KycProvider acme = found.create(configured(Map.of("token", Canary.USUAL.secret())), MovableClock.usual());

        assertThat(acme.id()).isEqualTo(Acme.ID);
        assertThat(acme.flows()).containsExactly(Flow.DIRECT_OTP);
        assertThat(acme.endpoint()).isEqualTo(Acme.BASE_URL.usual());
    }

    private static Settings configured(Map<String, Object> values) {
        return new Settings() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> Optional<T> find(Setting<T> setting) {
                return Optional.ofNullable((T) values.get(setting.key())).or(setting::usual);
            }
        };
    }
}
