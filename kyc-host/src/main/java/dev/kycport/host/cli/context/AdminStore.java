package dev.kycport.host.cli.context;

import dev.kycport.app.KycService;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.maintenance.Retention;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.app.runtime.SystemEnvironment;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.ConsentLedgerReader;
import dev.kycport.ports.store.KeyUsage;
import dev.kycport.ports.store.RetentionStore;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.time.Instant;

/** An installation whose store lasts, opened by whoever looks after it; nothing goes on in the background meanwhile. */
public final class AdminStore implements AutoCloseable {

    private final KycConfig config;
    private final KycRuntime runtime;
    private final Stores.AdminStores adminStores;
    private final Retention retention;

    private AdminStore(KycConfig config, KycRuntime runtime, Stores.AdminStores adminStores, Retention retention) {
        this.config = config;
        this.runtime = runtime;
        this.adminStores = adminStores;
        this.retention = retention;
    }

    /**
     * Opens it.
     *
     * @throws StoreUnavailableException if it cannot be opened, or keeps nothing
     */
    public static AdminStore open(KycConfig config) {
        KycRuntime runtime = KycRuntime.withoutMaintenance(config);
        if (runtime.stores().admin().isEmpty() || runtime.retention().isEmpty()) {
            runtime.close();
            throw new StoreUnavailableException("this store is in memory and keeps nothing; name one that lasts in"
                    + " kyc.store.url or KYC_STORE_URL");
        }
        return new AdminStore(
                config,
                runtime,
                runtime.stores().admin().get(),
                runtime.retention().get());
    }

    public KycConfig config() {
        return config;
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

    public ConsentLedgerReader ledgerReader() {
        return adminStores.ledgerReader();
    }

    public RetentionStore retentionStore() {
        return adminStores.retention();
    }

    public KeyUsage keyUsage() {
        return adminStores.keyUsage();
    }

    /** By the terms of the installation. */
    public Retention retention() {
        return retention;
    }

    @Override
    public void close() {
        runtime.close();
    }
}
