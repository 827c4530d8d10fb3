package dev.kycport.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.kycport.app.KycService;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.observe.Observers;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.app.runtime.SystemEnvironment;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.ports.store.AuditTrail;
import dev.kycport.ports.store.ConsentLedger;

/** For hosts that use Guice: binds {@link KycService}, and for those that want to look on, audit trail and ledger. */
public final class KycModule extends AbstractModule {

    private final KycConfig config;
    private final KycEnvironment kycEnvironment;
    private final Observers observers;

    /** A module for that configuration, on the machine's own clock. */
    public KycModule(KycConfig config) {
        this(config, SystemEnvironment.create());
    }

    /** A module for that configuration, in these surroundings. */
    public KycModule(KycConfig config, KycEnvironment kycEnvironment) {
        this(config, kycEnvironment, Observers.none());
    }

    /** A module for that configuration, in these surroundings and before these onlookers. */
    public KycModule(KycConfig config, KycEnvironment kycEnvironment, Observers observers) {
        this.config = config;
        this.kycEnvironment = kycEnvironment;
        this.observers = observers;
    }

    @Provides
    @Singleton
    KycRuntime runtime() {
        return KycRuntime.from(config, kycEnvironment, observers);
    }

    @Provides
    KycService service(KycRuntime port) {
        return port.service();
    }

    @Provides
    ConsentLedger ledger(KycRuntime port) {
        return port.stores().consents();
    }

    @Provides
    AuditTrail audit(KycRuntime port) {
        return port.stores().audit();
    }
}
