package dev.kycport.host.cli;

import dev.kycport.app.KycService;
import dev.kycport.app.Retention;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.wiring.KycPort;
import dev.kycport.app.wiring.SystemSurroundings;
import dev.kycport.ports.ConsentLedger;
import dev.kycport.ports.ConsentRegister;
import dev.kycport.ports.RetentionStore;
import dev.kycport.ports.SealedIdentities;
import dev.kycport.ports.StoreUnavailableException;
import dev.kycport.ports.Stores;
import java.time.Instant;

/** An installation whose store lasts, opened by whoever looks after it; nothing goes on in the background meanwhile. */
final class LastingStore implements AutoCloseable {

    private final KycConfig config;
    private final KycPort port;
    private final Stores.Keeping keeping;
    private final Retention retention;

    private LastingStore(KycConfig config, KycPort port, Stores.Keeping keeping, Retention retention) {
        this.config = config;
        this.port = port;
        this.keeping = keeping;
        this.retention = retention;
    }

    /**
     * Opens it.
     *
     * @throws StoreUnavailableException if it cannot be opened, or keeps nothing
     */
    static LastingStore open(KycConfig config) {
        KycPort port = KycPort.withoutUpkeep(config);
        if (port.stores().keeping().isEmpty() || port.retention().isEmpty()) {
            port.close();
            throw new StoreUnavailableException("this store is in memory and keeps nothing; name one that lasts in"
                    + " kyc.store.url or KYC_STORE_URL");
        }
        return new LastingStore(
                config, port, port.stores().keeping().get(), port.retention().get());
    }

    KycConfig config() {
        return config;
    }

    Instant now() {
        return SystemSurroundings.create().time().instant();
    }

    KycService service() {
        return port.service();
    }

    ConsentLedger ledger() {
        return port.stores().consents();
    }

    ConsentRegister register() {
        return keeping.register();
    }

    RetentionStore retentionStore() {
        return keeping.retention();
    }

    SealedIdentities sealed() {
        return keeping.sealed();
    }

    /** By the terms of the installation. */
    Retention retention() {
        return retention;
    }

    @Override
    public void close() {
        port.close();
    }
}
