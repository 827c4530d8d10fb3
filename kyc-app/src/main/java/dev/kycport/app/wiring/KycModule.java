package dev.kycport.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.kycport.app.KycService;
import dev.kycport.app.Onlookers;
import dev.kycport.app.Surroundings;
import dev.kycport.app.config.KycConfig;
import dev.kycport.ports.AuditTrail;
import dev.kycport.ports.ConsentLedger;

/** For hosts that use Guice: binds {@link KycService}, and for those that want to look on, audit trail and ledger. */
public final class KycModule extends AbstractModule {

    private final KycConfig config;
    private final Surroundings surroundings;
    private final Onlookers onlookers;

    /** A module for that configuration, on the machine's own clock. */
    public KycModule(KycConfig config) {
        this(config, SystemSurroundings.create());
    }

    /** A module for that configuration, in these surroundings. */
    public KycModule(KycConfig config, Surroundings surroundings) {
        this(config, surroundings, Onlookers.none());
    }

    /** A module for that configuration, in these surroundings and before these onlookers. */
    public KycModule(KycConfig config, Surroundings surroundings, Onlookers onlookers) {
        this.config = config;
        this.surroundings = surroundings;
        this.onlookers = onlookers;
    }

    @Provides
    @Singleton
    KycPort port() {
        return KycPort.from(config, surroundings, onlookers);
    }

    @Provides
    KycService service(KycPort port) {
        return port.service();
    }

    @Provides
    ConsentLedger ledger(KycPort port) {
        return port.stores().consents();
    }

    @Provides
    AuditTrail audit(KycPort port) {
        return port.stores().audit();
    }
}
