package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kycport.adapter.jdbc.fixture.TemporaryPostgresDatabase;
import dev.kycport.adapter.jdbc.fixture.TestSettings;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host meets that has added the driver of one database only. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DriverClassPathTest {

    private static final String SQLITE = "org.sqlite.";
    private static final String POSTGRES = "org.postgresql.";

    @TempDir
    private Path folder;

    @Test
    void without_the_driver_of_sqlite_the_message_names_what_to_add() {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> factoryWithout(SQLITE).open("jdbc:sqlite:" + folder.resolve("kyc.db"), settings()))
                .withMessageContaining("add org.xerial:sqlite-jdbc");
    }

    @Test
    void without_the_driver_of_postgresql_the_message_names_what_to_add() {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> factoryWithout(POSTGRES).open("jdbc:postgresql://localhost:1/kyc", settings()))
                .withMessageContaining("add org.postgresql:postgresql");
    }

    @Test
    void sqlite_needs_no_driver_of_postgresql() {
        try (Stores stores =
                factoryWithout(POSTGRES).open("jdbc:sqlite:" + folder.resolve("kyc.db"), new TestSettings())) {
            assertThat(stores.admin().orElseThrow().ledgerReader()).isNotNull();
        }
    }

    // A port where nothing listens: to say so, the exception of the driver has to be described.
    @Test
    void postgresql_needs_no_driver_of_sqlite() {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> factoryWithout(SQLITE).open("jdbc:postgresql://localhost:1/kyc", settings()))
                .withMessageContaining("PostgreSQL cannot be reached");
    }

    private static TestSettings settings() {
        return new TestSettings()
                .with("keys", new Credential(TemporaryPostgresDatabase.KEYS))
                .with("timeout", Duration.ofSeconds(1));
    }

    private static StoreFactory factoryWithout(String driver) {
        try {
            return (StoreFactory) new WithoutDriver(driver)
                    .loadClass(JdbcStoreFactory.class.getName())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError("the adapter cannot be loaded", failed);
        }
    }

    /** Loads this adapter anew, where one driver is not to be found. */
    private static final class WithoutDriver extends ClassLoader {

        private static final String ADAPTER = "dev.kycport.adapter.jdbc.";

        private final String driver;

        WithoutDriver(String driver) {
            super(DriverClassPathTest.class.getClassLoader());
            this.driver = driver;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(driver)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(ADAPTER)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] content = bytes.readAllBytes();
                return defineClass(name, content, 0, content.length);
            } catch (IOException failed) {
                throw new ClassNotFoundException(name, failed);
            }
        }
    }
}
