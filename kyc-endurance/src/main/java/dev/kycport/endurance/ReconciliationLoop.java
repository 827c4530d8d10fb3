package dev.kycport.endurance;

import dev.kycport.app.KycService;
import dev.kycport.ports.store.StoreUnavailableException;

/** Lets time take its course far more often than a host would, so that it meets live steps. */
final class ReconciliationLoop {

    private static final int PAUSE_MILLIS = 200;

    private ReconciliationLoop() {}

    /** Runs until the process ends; anything but a store out of order ends the process. */
    static void start(KycService service) {
        Thread thread = new Thread(() -> run(service), "settling");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((any, bug) -> {
            bug.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        thread.start();
    }

    private static void run(KycService service) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(PAUSE_MILLIS);
                service.reconcileDueSessions();
            } catch (StoreUnavailableException unavailable) {
                // The next round finds what this one left.
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
