package dev.kycport.spring.boot3;

import dev.kycport.spring.boot.AutoConfigurationContract;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** On Spring Boot 3.5. */
class Boot3Test extends AutoConfigurationContract {

    @Override
    protected Class<?> health() {
        return KycBoot3HealthAutoConfiguration.class;
    }

    @Override
    protected String healthOf(Object indicator) {
        Health health = ((HealthIndicator) indicator).health();
        return health.getStatus().getCode() + ":" + health.getDetails();
    }
}
