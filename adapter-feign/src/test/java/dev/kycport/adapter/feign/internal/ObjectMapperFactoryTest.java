package dev.kycport.adapter.feign.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ObjectMapperFactoryTest {

    private static final int MIB = 1024 * 1024;

    @Test
    void a_text_may_be_as_long_as_the_body() throws JsonProcessingException {
        String text = "x".repeat(9 * MIB);

        assertThat(ObjectMapperFactory.create(10L * MIB).readValue('"' + text + '"', String.class))
                .hasSize(9 * MIB);
        assertThatThrownBy(() -> ObjectMapperFactory.create(8L * MIB).readValue('"' + text + '"', String.class))
                .isInstanceOf(StreamConstraintsException.class);
    }
}
