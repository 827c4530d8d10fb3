package dev.kycport.spring.boot;

import dev.kycport.app.runtime.KycRuntime;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;

/**
 * Closes KycPort after the web server: no request comes any more, and the running steps end. The phase's time-out
 * ({@code spring.lifecycle.timeout-per-shutdown-phase}) limits the wait.
 */
public final class KycLifecycle implements SmartLifecycle {

    /** After the graceful shutdown and the stop of the web server, whose phases are higher. */
    public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private final KycRuntime runtime;
    private final AtomicBoolean running = new AtomicBoolean();

    KycLifecycle(KycRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start() {
        running.set(true);
    }

    @Override
    public void stop() {
        if (running.compareAndSet(true, false)) {
            runtime.close();
        }
    }

    @Override
    public void stop(Runnable whenStopped) {
        Thread closing = new Thread(
                () -> {
                    try {
                        stop();
                    } finally {
                        whenStopped.run();
                    }
                },
                "kycport-close");
        closing.setDaemon(true);
        closing.start();
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
