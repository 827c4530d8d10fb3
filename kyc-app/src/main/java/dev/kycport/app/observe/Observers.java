package dev.kycport.app.observe;

import dev.kycport.ports.observe.KycEvent;
import dev.kycport.ports.observe.KycListener;
import dev.kycport.ports.observe.KycMeter;
import java.util.List;
import java.util.stream.Stream;

/**
 * The meter and the listeners of a host. They run on the thread of the step that they observe, after its state is stored. What
 * they throw is caught, and logged once for each of them.
 */
public final class Observers {

    private static final Observers NONE = new Observers(KycMeter.NONE, List.of());

    private final KycMeter meter;
    private final List<ExceptionIsolatingObserver<KycListener>> listeners;

    private Observers(KycMeter meter, List<ExceptionIsolatingObserver<KycListener>> listeners) {
        this.meter = meter;
        this.listeners = listeners;
    }

    /** No meter and no listener. */
    public static Observers none() {
        return NONE;
    }

    /** The same observers with this meter. */
    public Observers meter(KycMeter other) {
        return new Observers(new ExceptionIsolatingMeter(new ExceptionIsolatingObserver<>(other)), listeners);
    }

    /** The same observers and this listener, which is called after the others. */
    public Observers listener(KycListener listener) {
        return new Observers(
                meter,
                Stream.concat(listeners.stream(), Stream.of(new ExceptionIsolatingObserver<>(listener)))
                        .toList());
    }

    /** The meter; it never throws. */
    public KycMeter meter() {
        return meter;
    }

    /** Calls every listener. */
    public void publish(KycEvent event) {
        listeners.forEach(listener -> listener.callSafely(target -> target.onEvent(event)));
    }
}
