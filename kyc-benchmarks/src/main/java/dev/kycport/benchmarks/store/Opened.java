package dev.kycport.benchmarks.store;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.adapter.jdbc.JdbcStores;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.Plugins;
import dev.kycport.app.wiring.KycPort;
import dev.kycport.endurance.TestDatabase;
import dev.kycport.ports.Stores;
import java.util.List;
import java.util.Map;

/** The stores of a database, and an installation over them whose provider costs next to nothing. */
final class Opened {

    private Opened() {}

    static Stores stores(TestDatabase database) {
        return open(config(database, "off"));
    }

    static Stores storesThatRememberCodes(TestDatabase database) {
        return open(config(database, "on"));
    }

    static KycPort port(TestDatabase database) {
        return KycPort.from(config(database, "off"));
    }

    private static Stores open(KycConfig config) {
        KycConfig.StorePart store = config.store();
        return store.factory().open(store.url(), store.settings());
    }

    // The fake's one good number would be pending in every other session.
    private static KycConfig config(TestDatabase database, String pendingCodes) {
        String hocon = "kyc { profile = development, providers { fake {} }, store { " + database.store()
                + ", timeout = 60s, pending-codes = " + pendingCodes + " } }";
        return KycConfig.parse(hocon, new Plugins(List.of(new Fake()), List.of(new JdbcStores())), Map.of());
    }
}
