package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Credential;
import dev.kycport.ports.Setting;
import dev.kycport.ports.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings as a configuration would have them. */
final class TestSettings implements Settings {

    private final Map<String, Object> values = new HashMap<>();

    TestSettings with(String key, Object value) {
        values.put(key, value);
        return this;
    }

    TestSettings user(String name, String password) {
        return with("user", name).with("password", new Credential(password));
    }

    TestSettings owner(String name, String password) {
        return with("owner-user", name).with("owner-password", new Credential(password));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting.key())).or(setting::usual);
    }
}
