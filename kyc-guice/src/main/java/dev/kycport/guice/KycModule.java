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

/** Binds {@link KycService}, and read access to the audit trail and the consent ledger, for hosts that use Guice. */
public final class KycModule extends AbstractModule {

    private final KycConfig config;
    private final KycEnvironment environment;
    private final Observers observers;

    /** The installation of that configuration on the system clock. */
    public KycModule(KycConfig config) {
        this(config, SystemEnvironment.create());
    }

    /** The installation with that clock and randomness. */
    public KycModule(KycConfig config, KycEnvironment environment) {
        this(config, environment, Observers.none());
    }

    /** The installation with that clock and randomness, and with a meter and listeners. */
    public KycModule(KycConfig config, KycEnvironment environment, Observers observers) {
        this.config = config;
        this.environment = environment;
        this.observers = observers;
    }

    @Provides
    @Singleton
    KycRuntime runtime() {
        return KycRuntime.from(config, environment, observers);
    }

    @Provides
    KycService service(KycRuntime runtime) {
        return runtime.service();
    }

    @Provides
    ConsentLedger ledger(KycRuntime runtime) {
        return runtime.stores().consents();
    }

    @Provides
    AuditTrail audit(KycRuntime runtime) {
        return runtime.stores().audit();
    }
}
