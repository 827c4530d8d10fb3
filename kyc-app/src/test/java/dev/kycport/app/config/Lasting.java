package dev.kycport.app.config;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.ports.Setting;
import dev.kycport.ports.Settings;
import dev.kycport.ports.StoreFactory;
import dev.kycport.ports.Stores;
import java.util.List;

/** Stores that are taken for some that last. */
final class Lasting implements StoreFactory {

    @Override
    public boolean opens(String url) {
        return url.equals("lasting");
    }

    @Override
    public List<Setting<?>> settings(String url) {
        return List.of();
    }

    @Override
    public Stores open(String url, Settings settings) {
        return Fake.stores();
    }
}
