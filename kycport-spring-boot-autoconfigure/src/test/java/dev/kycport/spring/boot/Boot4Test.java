package dev.kycport.spring.boot;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** On Spring Boot 4. */
class Boot4Test extends AutoConfigurationContract {

    @Override
    protected Class<?> health() {
        return KycHealthAutoConfiguration.class;
    }

    @Override
    protected String healthOf(Object indicator) {
        Health health = ((HealthIndicator) indicator).health();
        return health.getStatus().getCode() + ":" + health.getDetails();
    }
}
