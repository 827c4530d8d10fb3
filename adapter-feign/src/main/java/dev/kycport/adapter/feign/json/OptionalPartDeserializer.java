package dev.kycport.adapter.feign.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads an {@link OptionalPart} and skips a value that its own type does not accept. A text may also be a number. */
final class OptionalPartDeserializer extends StdDeserializer<OptionalPart<?>> implements ContextualDeserializer {

    private final @Nullable JsonDeserializer<Object> content;

    /** For Jackson. */
    OptionalPartDeserializer() {
        this(null);
    }

    private OptionalPartDeserializer(@Nullable JsonDeserializer<Object> content) {
        super(OptionalPart.class);
        this.content = content;
    }

    @Override
    @SuppressWarnings("unchecked")
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
            throws JsonMappingException {
        JavaType type = context.getContextualType().containedType(0);
        JsonDeserializer<?> content = type.hasRawClass(String.class)
                ? new TextOrNumberDeserializer()
                : context.findContextualValueDeserializer(type, property);
        return new OptionalPartDeserializer((JsonDeserializer<Object>) content);
    }

    @Override
    public OptionalPart<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
        try {
            Object value = Objects.requireNonNull(content).deserialize(json, context);
            return value == null ? OptionalPart.absent() : OptionalPart.of(value);
        } catch (JsonMappingException unexpectedForm) {
            json.skipChildren();
            return OptionalPart.unreadable();
        }
    }

    @Override
    public OptionalPart<?> getNullValue(DeserializationContext context) {
        return OptionalPart.absent();
    }

    @Override
    public OptionalPart<?> getAbsentValue(DeserializationContext context) {
        return OptionalPart.absent();
    }
}
