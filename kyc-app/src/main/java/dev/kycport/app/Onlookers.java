package dev.kycport.app;

import dev.kycport.ports.KycEvent;
import dev.kycport.ports.KycListener;
import dev.kycport.ports.KycMeter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who looks on while sessions are served: one meter, and as many listeners as a host likes. They run on the thread of the step
 * they look at, after its state is stored; whatever they throw is caught, and logged once for each of them.
 */
public final class Onlookers {

    private static final Onlookers NONE = new Onlookers(KycMeter.NONE, List.of());

    private final KycMeter meter;
    private final List<Careful<KycListener>> listeners;

    private Onlookers(KycMeter meter, List<Careful<KycListener>> listeners) {
        this.meter = meter;
        this.listeners = listeners;
    }

    /** Nobody. */
    public static Onlookers none() {
        return NONE;
    }

    /** The same with this meter in place of the one before. */
    public Onlookers meter(KycMeter other) {
        return new Onlookers(new CarefulMeter(new Careful<>(other)), listeners);
    }

    /** The same and this listener, told after those before it. */
    public Onlookers listener(KycListener further) {
        return new Onlookers(
                meter,
                Stream.concat(listeners.stream(), Stream.of(new Careful<>(further)))
                        .toList());
    }

    /** The meter; what it throws stays inside. */
    public KycMeter meter() {
        return meter;
    }

    void tell(KycEvent event) {
        listeners.forEach(listener -> listener.let(ear -> ear.on(event)));
    }
}
