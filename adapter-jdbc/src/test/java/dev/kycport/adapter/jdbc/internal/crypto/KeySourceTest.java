package dev.kycport.adapter.jdbc.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.adapter.jdbc.JdbcStoreFactory;
import dev.kycport.adapter.jdbc.fixture.StoredSessionFixtures;
import dev.kycport.adapter.jdbc.fixture.TestSettings;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.Plugins;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys a store is opened with. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class KeySourceTest {

    private static final StoreKeys KEYS = StoreKeys.generate();

    @TempDir
    private Path folder;

    @Test
    void they_can_stand_in_the_configuration() {
        StoreKeys storeKeys = KeySource.load(configured(), Optional.empty());

        assertThat(storeKeys.reveal()).isEqualTo(KEYS.reveal());
    }

    @Test
    void they_can_stand_in_a_file() {
        Path file = folder.resolve("my.keys");
        new KeyFile(file).create(KEYS);

        StoreKeys storeKeys = KeySource.load(file(file), Optional.empty());

        assertThat(storeKeys.reveal()).isEqualTo(KEYS.reveal());
    }

    @Test
    void the_file_may_have_more_lines_than_one() throws IOException {
        Path file = folder.resolve("my.keys");
        new KeyFile(file).create(KEYS);
        Files.writeString(file, KEYS.reveal().replace(",", ",\n\t"));

        StoreKeys storeKeys = KeySource.load(file(file), Optional.empty());

        assertThat(storeKeys.reveal()).isEqualTo(KEYS.reveal());
    }

    @Test
    void a_configured_file_is_never_made() {
        Path file = folder.resolve("my.keys");

        assertThatThrownBy(() -> KeySource.load(file(file), Optional.of(defaultKeyFile(false))))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("there is no key file " + file + ". Make a key file with: kyc keys new FILE");
        assertThat(file).doesNotExist();
        assertThat(defaultKeyFile(false).file()).doesNotExist();
    }

    @Test
    void without_a_word_in_the_configuration_they_are_made_once_and_read_from_then_on() {
        StoreKeys first = KeySource.load(new TestSettings(), Optional.of(defaultKeyFile(false)));

        StoreKeys second = KeySource.load(new TestSettings(), Optional.of(defaultKeyFile(false)));

        assertThat(second.reveal()).isEqualTo(first.reveal());
    }

    @Test
    void SQLite_keeps_them_beside_the_database() {
        Path database = folder.resolve("data/kyc.db");

        Stores stores = new JdbcStoreFactory().open("jdbc:sqlite:" + database, new TestSettings());

        stores.close();
        assertThat(Files.exists(folder.resolve("data/kyc.db.keys"))).isTrue();
    }

    @Test
    void a_lost_file_is_not_replaced_while_the_database_holds_what_it_sealed() throws IOException {
        String url = "jdbc:sqlite:" + folder.resolve("kyc.db");
        Path file = folder.resolve("kyc.db.keys");
        try (Stores stores = new JdbcStoreFactory().open(url, new TestSettings())) {
            ConsentId unused = StoredSessionFixtures.verified(stores);
        }
        Path copy = Files.move(file, folder.resolve("copy"));

        assertThatThrownBy(() -> new JdbcStoreFactory().open(url, new TestSettings()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("the key file " + file + " is missing")
                .hasMessageEndingWith("kyc keys new " + file);
        assertThat(file).doesNotExist();

        Files.move(copy, file);
        new JdbcStoreFactory().open(url, new TestSettings()).close();
    }

    @Test
    void PostgreSQL_is_refused_without_them_with_the_way_to_make_them() {
        assertThatThrownBy(
                        () -> new JdbcStoreFactory().open("jdbc:postgresql://localhost:1/nobody", new TestSettings()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage(
                        "kyc.store.keys-file or kyc.store.keys must give the keys that every node encrypts identities"
                                + " with. Make a key file with: kyc keys new FILE");
    }

    private DefaultKeyFile defaultKeyFile(boolean hasSealed) {
        return new DefaultKeyFile(folder.resolve("new/kyc.db.keys"), () -> hasSealed);
    }

    // Through the whole configuration, which reads files of secrets itself.
    private Settings file(Path file) {
        String hocon = "kyc { store { url = \"jdbc:sqlite:" + folder.resolve("kyc.db") + "\", keys-file = \"" + file
                + "\" } }";
        Plugins plugins = new Plugins(List.of(new FakeProviderFactory()), List.of(new JdbcStoreFactory()));
        return KycConfig.parse(hocon, plugins, Map.of()).store().settings();
    }

    private static TestSettings configured() {
        return new TestSettings().with("keys", new Credential(KEYS.reveal()));
    }
}
