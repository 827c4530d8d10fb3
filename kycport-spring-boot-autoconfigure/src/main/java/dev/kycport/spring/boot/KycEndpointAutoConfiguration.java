package dev.kycport.spring.boot;

import dev.kycport.app.config.KycConfig;
import dev.kycport.app.runtime.KycRuntime;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The Actuator endpoint, where it is exposed. */
@AutoConfiguration(after = KycAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(KycRuntime.class)
public class KycEndpointAutoConfiguration {

    /** For Spring. */
    public KycEndpointAutoConfiguration() {}

    /** The endpoint. */
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    public KycEndpoint kycEndpoint(KycConfig config, KycRuntime runtime) {
        return new KycEndpoint(config, runtime);
    }
}
