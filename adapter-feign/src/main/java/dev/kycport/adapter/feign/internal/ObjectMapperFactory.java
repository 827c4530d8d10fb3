package dev.kycport.adapter.feign.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.Secret;
import java.io.IOException;

/**
 * Creates the {@code ObjectMapper}: unknown fields are ignored, known fields must have their type, sizes are limited.
 * A {@link Secret} is written as its value; {@link Bytes} are read by {@link Base64ContentDeserializer}.
 */
public final class ObjectMapperFactory {

    private static final int MAX_NESTING_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 40;
    private static final int MAX_NAME_LENGTH = 256;
    private static final long MAX_TOKENS = 50_000;

    private ObjectMapperFactory() {}

    /** Creates a mapper for replies of at most this many bytes. */
    public static JsonMapper create(long maxBody) {
        JsonMapper.Builder mapper = JsonMapper.builder(createFactory(maxBody))
                .addModule(new Jdk8Module())
                .addModule(new SimpleModule()
                        .addSerializer(Secret.class, new SecretSerializer())
                        .addDeserializer(Bytes.class, new Base64ContentDeserializer()))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        return mapper.build();
    }

    private static JsonFactory createFactory(long maxBody) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING_DEPTH)
                        .maxStringLength((int) Math.min(maxBody, Integer.MAX_VALUE))
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxTokenCount(MAX_TOKENS)
                        .maxDocumentLength(maxBody)
                        .build())
                .build();
    }

    private static final class SecretSerializer extends StdSerializer<Secret> {

        SecretSerializer() {
            super(Secret.class);
        }

        @Override
        public void serialize(Secret secret, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(secret.reveal());
        }
    }
}
