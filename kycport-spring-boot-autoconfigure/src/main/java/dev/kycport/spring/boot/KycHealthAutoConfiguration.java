package dev.kycport.spring.boot;

import dev.kycport.app.runtime.KycRuntime;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Health under the name {@code kyc}, on Spring Boot 4. It is in no group, so neither liveness nor readiness depends on it. */
@AutoConfiguration(after = KycAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(KycRuntime.class)
public class KycHealthAutoConfiguration {

    /** For Spring. */
    public KycHealthAutoConfiguration() {}

    /** The store and the circuits. */
    @Bean
    @ConditionalOnEnabledHealthIndicator("kyc")
    @ConditionalOnMissingBean(name = "kycHealthIndicator")
    public HealthIndicator kycHealthIndicator(KycRuntime runtime) {
        return () -> {
            StoreHealth store = StoreHealth.of(runtime);
            Health.Builder health = store.problem()
                    .map(problem -> Health.down().withDetail("store", problem))
                    .orElseGet(Health::up);
            return health.withDetails(store.details()).build();
        };
    }
}
