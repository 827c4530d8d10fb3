package dev.kycport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BytesTest {

    @Test
    void nobody_can_change_them_from_outside() {
        byte[] given = {1, 2, 3};
        Bytes bytes = Bytes.of(given);
        given[0] = 9;
        bytes.toArray()[1] = 9;

        assertThat(bytes.toArray()).containsExactly(1, 2, 3);
    }

    @Test
    void they_are_equal_by_content() {
        Bytes bytes = Bytes.of(new byte[] {1, 2});

        assertThat(bytes).isEqualTo(Bytes.of(new byte[] {1, 2})).hasSameHashCodeAs(Bytes.of(new byte[] {1, 2}));
        assertThat(bytes).isNotEqualTo(Bytes.of(new byte[] {1, 3})).isNotEqualTo("other");
        assertThat(bytes.hashCode()).isNotEqualTo(Bytes.of(new byte[] {1, 3}).hashCode());
    }

    @Test
    void they_print_their_size_only() {
        assertThat(Bytes.of(new byte[] {65, 66})).hasToString("Bytes[2]");
        assertThat(Bytes.of(new byte[7]).size()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"YWI=,ab", "YWI,ab", "YWJj,abc", "'',''"})
    void base64_is_decoded(String base64, String content) {
        assertThat(Bytes.fromBase64(latin1(base64))).contains(bytes(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y", "YW I", "YWI==", "-_-_", "YWI\u00E9"})
    void other_text_is_not_base64(String text) {
        assertThat(Bytes.fromBase64(latin1(text))).isEmpty();
    }

    @Test
    void only_the_given_part_of_a_buffer_is_decoded() {
        assertThat(Bytes.fromBase64(latin1("\"YWJj\"").position(1).limit(5))).contains(bytes("abc"));
    }

    private static ByteBuffer latin1(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({"abc,abc,true", "abc,ab,true", "abc,abd,false", "ab,abc,false", "abc,b,false"})
    void they_start_with_a_prefix_or_do_not(String content, String prefix, boolean starts) {
        assertThat(bytes(content).startsWith(prefix)).isEqualTo(starts);
    }

    @ParameterizedTest
    @CsvSource({"abc,2,bc", "abc,3,abc", "abc,9,abc"})
    void they_end_with_their_last_bytes(String content, int count, String tail) {
        assertThat(bytes(content).tail(count)).isEqualTo(tail);
    }

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE0,JPEG,image/jpeg,jpg",
        "89504E470D0A,PNG,image/png,png",
        "474946383961,GIF,image/gif,gif",
        "255044462D,PDF,application/pdf,pdf",
        "3C3F786D6C,XML,application/xml,xml"
    })
    void a_media_type_is_known_by_its_first_bytes(String hex, MediaType type, String mime, String extension) {
        assertThat(MediaType.of(Bytes.of(HexFormat.of().parseHex(hex)))).contains(type);
        assertThat(type.mime()).isEqualTo(mime);
        assertThat(type.extension()).isEqualTo(extension);
    }

    @ParameterizedTest
    @CsvSource({"FFD8", "00FFD8FF", "89504E", "6B"})
    void other_bytes_are_of_no_type_we_know(String hex) {
        assertThat(MediaType.of(Bytes.of(HexFormat.of().parseHex(hex)))).isEmpty();
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
