package dev.kycport.spring.boot;

import dev.kycport.adapter.micrometer.MicrometerMeter;
import dev.kycport.ports.observe.KycMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Counts provider calls in the application's registry, where adapter-micrometer is on the class path. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass({MicrometerMeter.class, MeterRegistry.class})
@ConditionalOnBean(MeterRegistry.class)
public class KycMetricsAutoConfiguration {

    /** For Spring. */
    public KycMetricsAutoConfiguration() {}

    /** The meter. */
    @Bean
    @ConditionalOnMissingBean
    public KycMeter kycMeter(MeterRegistry registry) {
        return new MicrometerMeter(registry);
    }
}
