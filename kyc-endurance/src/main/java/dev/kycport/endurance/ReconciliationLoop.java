package dev.kycport.endurance;

import dev.kycport.app.KycService;
import dev.kycport.ports.store.StoreUnavailableException;

/** Reconciles due sessions far more often than a host would, so that it meets running steps. */
final class ReconciliationLoop {

    private static final int PAUSE_MILLIS = 200;

    private ReconciliationLoop() {}

    /** Runs until the process ends; an exception other than {@link StoreUnavailableException} ends the process. */
    static void start(KycService service) {
        Thread thread = new Thread(() -> run(service), "reconciliation");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((unused, bug) -> {
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
                // The next round processes the same sessions.
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
