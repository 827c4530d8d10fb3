package dev.kycport.app.observe;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.observe.ProviderCallMetrics;
import dev.kycport.ports.observe.ProviderHealth;
import java.time.Duration;

/** A meter that never throws. */
record ExceptionIsolatingMeter(ExceptionIsolatingObserver<KycMeter> meter) implements KycMeter {

    @Override
    public void recordCall(ProviderCallMetrics call) {
        meter.callSafely(meter -> meter.recordCall(call));
    }

    @Override
    public void recordCircuitChange(ProviderId provider, ProviderHealth.Circuit circuit) {
        meter.callSafely(meter -> meter.recordCircuitChange(provider, circuit));
    }

    @Override
    public void recordClockSkew(Duration skew) {
        meter.callSafely(meter -> meter.recordClockSkew(skew));
    }
}
