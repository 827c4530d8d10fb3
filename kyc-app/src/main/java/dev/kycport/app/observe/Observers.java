package dev.kycport.app.observe;

import dev.kycport.ports.observe.KycEvent;
import dev.kycport.ports.observe.KycListener;
import dev.kycport.ports.observe.KycMeter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who looks on while sessions are served: one meter, and as many listeners as a host likes. They run on the thread of the step
 * they look at, after its state is stored; whatever they throw is caught, and logged once for each of them.
 */
public final class Observers {

    private static final Observers NONE = new Observers(KycMeter.NONE, List.of());

    private final KycMeter meter;
    private final List<ExceptionIsolatingObserver<KycListener>> listeners;

    private Observers(KycMeter meter, List<ExceptionIsolatingObserver<KycListener>> listeners) {
        this.meter = meter;
        this.listeners = listeners;
    }

    /** Nobody. */
    public static Observers none() {
        return NONE;
    }

    /** The same with this meter in place of the one before. */
    public Observers meter(KycMeter other) {
        return new Observers(new ExceptionIsolatingMeter(new ExceptionIsolatingObserver<>(other)), listeners);
    }

    /** The same and this listener, told after those before it. */
    public Observers listener(KycListener listener) {
        return new Observers(
                meter,
                Stream.concat(listeners.stream(), Stream.of(new ExceptionIsolatingObserver<>(listener)))
                        .toList());
    }

    /** The meter; what it throws stays inside. */
    public KycMeter meter() {
        return meter;
    }

    public void publish(KycEvent event) {
        listeners.forEach(listener -> listener.callSafely(observer -> observer.onEvent(event)));
    }
}
