package dev.kycport.host.cli.context;

import dev.kycport.app.KycService;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.maintenance.Retention;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.app.runtime.SystemEnvironment;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.time.Instant;

/**
 * A persistent store that is open for an administrative command, without background tasks.
 *
 * @param admin what only such a command may do
 */
public record AdminStore(KycConfig config, KycRuntime runtime, Stores.AdminStores admin, Retention retention)
        implements AutoCloseable {

    /**
     * Opens the store of the configuration.
     *
     * @throws StoreUnavailableException if it cannot be opened, or is in memory
     */
    public static AdminStore open(KycConfig config) {
        KycRuntime runtime = KycRuntime.withoutMaintenance(config);
        if (runtime.stores().admin().isEmpty() || runtime.retention().isEmpty()) {
            runtime.close();
            throw new StoreUnavailableException(
                    "this command needs a persistent store; set kyc.store.url or KYC_STORE_URL");
        }
        return new AdminStore(
                config,
                runtime,
                runtime.stores().admin().get(),
                runtime.retention().get());
    }

    public Instant now() {
        return SystemEnvironment.create().clock().instant();
    }

    public KycService service() {
        return runtime.service();
    }

    public ConsentLedger ledger() {
        return runtime.stores().consents();
    }

    @Override
    public void close() {
        runtime.close();
    }
}
