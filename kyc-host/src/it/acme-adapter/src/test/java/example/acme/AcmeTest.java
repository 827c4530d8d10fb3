package example.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.ProviderFactory;
import dev.kycport.ports.Setting;
import dev.kycport.ports.Settings;
import dev.kycport.tck.Canary;
import dev.kycport.tck.MovableClock;
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
