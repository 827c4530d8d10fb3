package dev.kycport.adapter.feign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.feign.internal.ObjectMapperFactory;
import dev.kycport.domain.otp.OtpCode;
import feign.RequestTemplate;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class BodyEncoderTest {

    @Test
    void a_form_percent_encodes_names_and_values() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("a b", "1&2=3+4%");
        fields.put("name", "आशा");
        fields.put("count", 7);

        assertThat(encode(BodyFormat.FORM, fields))
                .isEqualTo("a+b=1%262%3D3%2B4%25&name=%E0%A4%86%E0%A4%B6%E0%A4%BE&count=7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"FORM | otp=123456", "JSON | {\"otp\":\"123456\"}"})
    void a_secret_is_written_as_its_value(BodyFormat format, String body) {
        assertThat(encode(format, Map.of("otp", OtpCode.parse("123456").get()))).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"FORM,application/x-www-form-urlencoded", "JSON,application/json"})
    void the_header_says_which_it_is_once(BodyFormat format, String mime) {
        RequestTemplate template = new RequestTemplate().header("Content-Type", "text/plain");

        new BodyEncoder(ObjectMapperFactory.create(1024), format).encode(Map.of(), Map.class, template);

        assertThat(template.headers().get("Content-Type")).containsExactly(mime);
    }

    private static String encode(BodyFormat format, Object request) {
        RequestTemplate template = new RequestTemplate();
        new BodyEncoder(ObjectMapperFactory.create(1024), format).encode(request, request.getClass(), template);
        return new String(template.body(), StandardCharsets.UTF_8);
    }
}
