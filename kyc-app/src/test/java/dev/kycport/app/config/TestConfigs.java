package dev.kycport.app.config;

import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.adapter.memory.InMemoryStoreFactory;
import java.util.List;
import java.util.Map;

/** Configurations that are right, and what is on the class path with them. */
final class TestConfigs {

    static final Plugins PLUGINS = new Plugins(
            List.of(new FakeProviderFactory(), TestVendorFactory.named("deepvue"), TestVendorFactory.named("accuauth")),
            List.of(new InMemoryStoreFactory(), new PersistentStoreFactory()));

    private TestConfigs() {}

    static KycConfig parse(String hocon) {
        return parse(hocon, Map.of());
    }

    static KycConfig parse(String hocon, Map<String, String> environment) {
        return KycConfig.parse(hocon, PLUGINS, environment);
    }

    /** A vendor's section with this in it beside what it needs. */
    static String vendor(String setting) {
        return kyc("providers { deepvue { client-id = a, client-secret = b, " + setting + " } }");
    }

    /** A configuration for development with a store and this. */
    static String kyc(String rest) {
        return "kyc { profile = development, store { url = memory }, " + rest + " }";
    }
}
