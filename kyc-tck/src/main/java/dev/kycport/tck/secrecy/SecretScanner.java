package dev.kycport.tck.secrecy;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.Secret;
import io.vavr.control.Either;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk through everything that can be reached from a value, in search of secrets. */
final class SecretScanner {

    private static final int MAX_OBJECTS = 20_000;

    private final Map<String, SecretForms> secrets = new LinkedHashMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> found = new ArrayList<>();

    SecretScanner(Map<String, String> secrets) {
        secrets.forEach((name, secret) -> this.secrets.put(name, SecretForms.of(secret)));
    }

    List<String> scan(String what, Object thing) {
        visit(what, thing);
        return found;
    }

    private void visit(String path, @Nullable Object thing) {
        if (thing == null || !seen.add(thing) || seen.size() > MAX_OBJECTS) {
            return;
        }
        text(path, thing.toString());
        if (thing instanceof Secret) {
            return;
        }
        if (!contents(path, thing) && isOwnType(thing.getClass())) {
            fields(path, thing, thing.getClass());
        }
    }

    /** Looks into what a container holds; false if it is none. */
    private boolean contents(String path, Object thing) {
        if (thing instanceof Optional<?> optional) {
            optional.ifPresent(value -> visit(path, value));
        } else if (thing instanceof Either<?, ?> either) {
            visit(path, either.isRight() ? either.get() : either.getLeft());
        } else if (thing instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                visit(path + " key", key);
                visit(path + "[" + key + "]", value);
            });
        } else if (thing instanceof Iterable<?> many && !(thing instanceof java.nio.file.Path)) {
            many.forEach(one -> visit(path, one));
        } else if (thing instanceof Object[] many) {
            Arrays.asList(many).forEach(one -> visit(path, one));
        } else if (thing instanceof byte[] bytes) {
            text(path, new String(bytes, StandardCharsets.ISO_8859_1));
        } else if (thing instanceof Bytes bytes) {
            text(path, new String(bytes.toArray(), StandardCharsets.ISO_8859_1));
        } else if (thing instanceof Throwable failure) {
            failure(path, failure);
            return false;
        } else {
            return false;
        }
        return true;
    }

    private void failure(String path, Throwable failure) {
        visit(path + ".message", failure.getMessage());
        visit(path + ".cause", failure.getCause());
        visit(path + ".suppressed", failure.getSuppressed());
    }

    private void fields(String path, Object thing, Class<?> type) {
        for (Class<?> level = type; level != null && isOwnType(level); level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    visit(path + "." + field.getName(), value(field, thing));
                }
            }
        }
    }

    private static @Nullable Object value(Field field, Object thing) {
        try {
            field.setAccessible(true);
            return field.get(thing);
        } catch (InaccessibleObjectException | IllegalAccessException closed) {
            return null;
        }
    }

    // The insides of the JDK and of enums say nothing that their text does not.
    private static boolean isOwnType(Class<?> type) {
        String name = type.getName();
        return !type.isEnum()
                && !type.isArray()
                && !name.startsWith("java.")
                && !name.startsWith("javax.")
                && !name.startsWith("jdk.")
                && !name.startsWith("sun.");
    }

    private void text(String path, String text) {
        secrets.forEach((name, forms) -> {
            if (forms.isIn(text)) {
                found.add(name + " in " + path);
            }
        });
    }
}
