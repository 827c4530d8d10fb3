package dev.kycport.adapter.memory;

import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.Stores;
import java.util.List;
import java.util.Optional;

/** Opens the stores {@code memory}. Each call opens new ones, which share nothing with the others. */
public final class InMemoryStoreFactory implements StoreFactory {

    private static final String URL = "memory";
    private static final Setting<String> PENDING_CODES = Setting.choice("pending-codes", "off", "on");

    /** For {@code ServiceLoader}. */
    public InMemoryStoreFactory() {}

    /**
     * Empty stores, which end with the process and have a maximum size. They do not remember which numbers wait for a code, since
     * a developer has one number to try things with; {@code memory} with {@code pending-codes = on} does.
     */
    public static Stores stores() {
        return stores(PendingCodeStore.NONE);
    }

    /** What they hold ends with the process. */
    @Override
    public boolean isDevelopmentOnly() {
        return true;
    }

    @Override
    public boolean supports(String url) {
        return url.equals(URL);
    }

    @Override
    public List<Setting<?>> settings(String url) {
        return List.of(PENDING_CODES);
    }

    @Override
    public Stores open(String url, Settings settings) {
        boolean remembers = settings.get(PENDING_CODES).equals("on");
        return stores(
                remembers
                        ? new InMemoryPendingCodeStore(InMemoryPendingCodeStore.MAX_RESERVATIONS)
                        : PendingCodeStore.NONE);
    }

    private static Stores stores(PendingCodeStore pending) {
        InMemoryConsentLedger consents = new InMemoryConsentLedger(InMemoryConsentLedger.MAX_CONSENTS);
        InMemorySessionStore sessions =
                new InMemorySessionStore(InMemorySessionStore.MAX_SESSIONS, consents::isWithdrawn);
        return new Stores(
                sessions,
                consents,
                sessions,
                pending,
                new InMemoryStepStore(pending, consents, sessions),
                Optional.empty(),
                Optional.of(new InMemoryRecordStore(InMemoryRecordStore.MAX_RECORDS)),
                () -> {});
    }
}
