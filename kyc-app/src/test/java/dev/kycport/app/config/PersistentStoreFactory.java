package dev.kycport.app.config;

import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.Stores;
import java.util.List;

/** Stores that are taken for some that last. */
final class PersistentStoreFactory implements StoreFactory {

    @Override
    public boolean supports(String url) {
        return url.equals("lasting") || isShared(url);
    }

    @Override
    public boolean isShared(String url) {
        return url.equals("shared");
    }

    @Override
    public List<Setting<?>> settings(String url) {
        return List.of();
    }

    @Override
    public Stores open(String url, Settings settings) {
        return InMemoryStoreFactory.stores();
    }
}
