package dev.kycport.app;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.CallMade;
import dev.kycport.ports.Health;
import dev.kycport.ports.KycMeter;

/** A meter that throws nothing, whatever the host's does. */
record CarefulMeter(Careful<KycMeter> careful) implements KycMeter {

    @Override
    public void called(CallMade call) {
        careful.let(meter -> meter.called(call));
    }

    @Override
    public void moved(ProviderId provider, Health.Circuit circuit) {
        careful.let(meter -> meter.moved(provider, circuit));
    }
}
