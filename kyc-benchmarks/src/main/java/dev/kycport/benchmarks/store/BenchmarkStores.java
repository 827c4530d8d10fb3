package dev.kycport.benchmarks.store;

import dev.kycport.adapter.archive.FileArchiveFactory;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.adapter.jdbc.JdbcStoreFactory;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.Plugins;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.endurance.system.TestDatabase;
import dev.kycport.ports.store.Stores;
import java.util.List;
import java.util.Map;

/** Opens the stores of a database, alone or with a running installation that uses the fake provider. */
final class BenchmarkStores {

    private BenchmarkStores() {}

    static Stores open(TestDatabase database) {
        return open(config(database, "off"));
    }

    static Stores openWithPendingCodes(TestDatabase database) {
        return open(config(database, "on"));
    }

    static KycRuntime startRuntime(TestDatabase database) {
        return KycRuntime.from(config(database, "off"));
    }

    private static Stores open(KycConfig config) {
        KycConfig.StorePart store = config.store();
        return store.factory().open(store.url(), store.settings());
    }

    // All sessions use the fake provider's only valid number, so number reservations must be off.
    private static KycConfig config(TestDatabase database, String pendingCodes) {
        String hocon = "kyc { profile = development, providers { fake {} }, store { " + database.store()
                + ", timeout = 60s, pending-codes = " + pendingCodes + " } }";
        Plugins plugins = new Plugins(
                List.of(new FakeProviderFactory()),
                List.of(new JdbcStoreFactory()),
                List.of(),
                List.of(new FileArchiveFactory()));
        return KycConfig.parse(hocon, plugins, Map.of());
    }
}
