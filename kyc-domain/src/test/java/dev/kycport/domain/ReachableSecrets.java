package dev.kycport.domain;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for secrets in a value, through records, optionals and collections. */
public final class ReachableSecrets {

    private ReachableSecrets() {}

    /** The secrets that can be reached from here. */
    public static Stream<Secret> value(Object value) {
        if (value instanceof Secret secret) {
            return Stream.of(secret);
        }
        if (value instanceof Optional<?> optional) {
            return optional.stream().flatMap(ReachableSecrets::value);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().flatMap(ReachableSecrets::value);
        }
        if (value instanceof Map<?, ?> map) {
            return Stream.concat(value(map.keySet()), value(map.values()));
        }
        return value instanceof Record
                ? Stream.of(value.getClass().getRecordComponents()).flatMap(part -> value(part(value, part)))
                : Stream.empty();
    }

    private static Object part(Object record, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
