package dev.kycport.tck.secrecy;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.Secret;
import dev.kycport.ports.spi.Credential;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One walk through everything that hangs on a provider, static fields of its own classes included, in search of what should be
 * forgotten. The insides of HTTP clients and other libraries are left out: their buffers hold the bytes of past replies for a while.
 */
public final class KeptStateScanner {

    private static final int MAX_OBJECTS = 50_000;
    private static final int MAX_CLASSES = 500;
    private static final String CLASS = ".class";

    private static final List<String> LIBRARIES = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "okhttp3.",
            "okio.",
            "org.apache.",
            "kotlin.",
            "com.fasterxml.",
            "feign.",
            "org.slf4j.",
            "ch.qos.",
            "io.vavr.",
            "org.junit.",
            "com.google.",
            "io.netty.",
            "reactor.");

    private record Place(String path, Object thing) {}

    private final Map<String, String> forgotten;
    private final Map<String, String> hidden;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Class<?>> types = new LinkedHashSet<>();
    private final Deque<Place> open = new ArrayDeque<>();
    private final Set<String> found = new LinkedHashSet<>();

    private KeptStateScanner(Map<String, String> forgotten, Map<String, String> hidden) {
        this.forgotten = forgotten;
        this.hidden = hidden;
    }

    /**
     * A scanner for these texts by their names.
     *
     * @param forgotten what may not be kept anywhere
     * @param hidden what may be kept, but not shown by any {@code toString}
     */
    public static KeptStateScanner of(Map<String, String> forgotten, Map<String, String> hidden) {
        return new KeptStateScanner(forgotten, hidden);
    }

    /** One line for each finding: what, and where. */
    public List<String> scan(Object provider) {
        add("provider", provider);
        ownClasses(provider.getClass()).forEach(this::statics);
        while (!open.isEmpty() && seen.size() < MAX_OBJECTS) {
            visit(open.remove());
        }
        return List.copyOf(found);
    }

    /** One line for each text that has one of the texts to be forgotten. */
    public List<String> find(String where, Collection<String> texts) {
        texts.forEach(text -> compare(forgotten, where, text));
        return List.copyOf(found);
    }

    private void add(String path, @Nullable Object thing) {
        if (thing != null && seen.add(thing)) {
            open.add(new Place(path, thing));
        }
    }

    private void visit(Place place) {
        Object thing = place.thing();
        if (thing instanceof CharSequence text) {
            compare(forgotten, place.path(), text.toString());
        } else if (thing instanceof byte[] bytes) {
            bytes(place.path(), bytes);
        } else if (thing instanceof Bytes bytes) {
            bytes(place.path(), bytes.toArray());
        } else if (thing instanceof Secret secret) {
            secret(place.path(), secret);
        } else if (!contents(place.path(), thing)) {
            fields(place.path(), thing);
        }
    }

    private void secret(String path, Secret secret) {
        compare(hidden, path + ".toString()", secret.toString());
        if (!(secret instanceof Credential)) {
            compare(forgotten, path, secret.reveal());
        }
    }

    private void bytes(String path, byte[] bytes) {
        compare(forgotten, path, new String(bytes, StandardCharsets.UTF_8));
        compare(forgotten, path, Base64.getEncoder().encodeToString(bytes));
    }

    private boolean contents(String path, Object thing) {
        if (thing instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                add(path + " key", key);
                add(path + " value", value);
            });
        } else if (thing instanceof Iterable<?> many && !(thing instanceof Path)) {
            many.forEach(one -> add(path + "[]", one));
        } else if (thing instanceof Optional<?> optional) {
            optional.ifPresent(value -> add(path, value));
        } else if (thing instanceof AtomicReference<?> reference) {
            add(path, reference.get());
        } else if (thing instanceof AtomicReferenceArray<?> references) {
            for (int at = 0; at < references.length(); at++) {
                add(path + "[]", references.get(at));
            }
        } else if (thing instanceof Reference<?> reference) {
            add(path, reference.get());
        } else if (thing instanceof ThreadLocal<?> local) {
            add(path, local.get());
        } else if (thing instanceof CompletableFuture<?> future) {
            add(path, future.isDone() && !future.isCompletedExceptionally() ? future.getNow(null) : null);
        } else if (Proxy.isProxyClass(thing.getClass())) {
            add(path, Proxy.getInvocationHandler(thing));
        } else if (thing.getClass().isArray()) {
            array(path, thing);
        } else {
            return false;
        }
        return true;
    }

    private void array(String path, Object array) {
        if (array instanceof char[] chars) {
            compare(forgotten, path, new String(chars));
        } else if (!array.getClass().getComponentType().isPrimitive()) {
            for (int at = 0; at < Array.getLength(array); at++) {
                add(path + "[]", Array.get(array, at));
            }
        }
    }

    private void fields(String path, Object thing) {
        if (isLibrary(thing.getClass())) {
            return;
        }
        String text = String.valueOf(thing);
        compare(hidden, path + ".toString()", text);
        compare(forgotten, path + ".toString()", text);
        for (Class<?> level = thing.getClass(); level != null && !isLibrary(level); level = level.getSuperclass()) {
            boolean firstOfType = types.add(level);
            for (Field field : level.getDeclaredFields()) {
                boolean isStatic = Modifier.isStatic(field.getModifiers());
                if (!isConstant(field) && (!isStatic || firstOfType)) {
                    add(path + "." + field.getName(), value(field, isStatic ? null : thing));
                }
            }
        }
    }

    private void statics(Class<?> type) {
        if (types.add(type)) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && !isConstant(field)) {
                    add(type.getSimpleName() + "." + field.getName(), value(field, null));
                }
            }
        }
    }

    // A word of the source may be part of an address, such as the name of the country.
    private static boolean isConstant(Field field) {
        boolean isFixed = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
        return field.getType().isPrimitive() || (isFixed && field.getType() == String.class);
    }

    // A cache can be in a class of which the provider holds no object.
    private static List<Class<?>> ownClasses(Class<?> provider) {
        CodeSource source = provider.getProtectionDomain().getCodeSource();
        String folder = provider.getPackageName().replace('.', '/');
        try {
            return names(Path.of(source.getLocation().toURI()), folder).stream()
                    .filter(name -> name.endsWith(CLASS) && name.lastIndexOf('/') == folder.length())
                    .filter(name -> !name.endsWith("-info" + CLASS))
                    .limit(MAX_CLASSES)
                    .<Class<?>>map(name -> load(provider, name))
                    .filter(type -> !type.isEnum() && !type.isInterface())
                    .toList();
        } catch (IOException | URISyntaxException unreadable) {
            return List.of();
        }
    }

    private static List<String> names(Path location, String folder) throws IOException {
        if (Files.isDirectory(location)) {
            try (Stream<Path> files = Files.list(location.resolve(folder))) {
                return files.map(file -> folder + "/" + file.getFileName()).toList();
            }
        }
        try (JarFile jar = new JarFile(location.toFile())) {
            return jar.stream().map(JarEntry::getName).toList();
        }
    }

    private static Class<?> load(Class<?> provider, String name) {
        try {
            return Class.forName(
                    name.substring(0, name.length() - CLASS.length()).replace('/', '.'),
                    false,
                    provider.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(name, gone);
        }
    }

    private static @Nullable Object value(Field field, @Nullable Object thing) {
        try {
            field.setAccessible(true);
            return field.get(thing);
        } catch (InaccessibleObjectException | IllegalAccessException closed) {
            return null;
        }
    }

    private static boolean isLibrary(Class<?> type) {
        return type.isEnum() || LIBRARIES.stream().anyMatch(type.getName()::startsWith);
    }

    private void compare(Map<String, String> texts, String path, String text) {
        texts.forEach((name, unwanted) -> {
            if (SecretForms.of(unwanted).isIn(text)) {
                found.add(name + " in " + path);
            }
        });
    }
}
