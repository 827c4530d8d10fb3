package dev.kycport.adapter.fake.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PicturesTest {

    @Test
    void the_portrait_is_a_png_of_passport_shape() throws IOException {
        BufferedImage portrait = decoded(Portrait.png());

        assertThat(portrait.getWidth()).isEqualTo(200);
        assertThat(portrait.getHeight()).isEqualTo(240);
        assertThat(Portrait.png().size()).isBetween(5_000, 40_000);
        assertThat(colours(portrait)).isGreaterThan(1_000);
    }

    @Test
    void the_portrait_is_drawn_once() {
        assertThat(Portrait.png()).isSameAs(Portrait.png());
    }

    @ParameterizedTest
    @ValueSource(strings = {"KYC42", "KYC43", "KYC99", "KYC100", "KYC1234567890"})
    void a_captcha_is_a_png_that_grows_with_its_text(String text) throws IOException {
        BufferedImage captcha = decoded(CaptchaPicture.of(text));

        assertThat(captcha.getWidth()).isEqualTo(76 + 36 * (text.length() - 1));
        assertThat(captcha.getHeight()).isEqualTo(72);
    }

    @Test
    void every_character_leaves_ink_in_its_own_place() throws IOException {
        BufferedImage captcha = decoded(CaptchaPicture.of("KYC1234567890"));

        for (int i = 0; i < 13; i++) {
            assertThat(ink(captcha.getSubimage(26 + 36 * i, 0, 24, 72))).isBetween(120L, 700L);
        }
    }

    @Test
    void another_text_is_another_picture_and_the_same_text_the_same() {
        assertThat(CaptchaPicture.of("KYC42")).isEqualTo(CaptchaPicture.of("KYC42"));
        assertThat(CaptchaPicture.of("KYC42")).isNotEqualTo(CaptchaPicture.of("KYC43"));
    }

    private static BufferedImage decoded(Bytes image) throws IOException {
        assertThat(MediaType.of(image)).contains(MediaType.PNG);
        return ImageIO.read(new ByteArrayInputStream(image.toArray()));
    }

    private static long colours(BufferedImage image) {
        return pixels(image).distinct().count();
    }

    private static long ink(BufferedImage image) {
        return pixels(image)
                .filter(colour -> (colour >> 16 & 0xFF) + (colour >> 8 & 0xFF) + (colour & 0xFF) < 330)
                .count();
    }

    private static IntStream pixels(BufferedImage image) {
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }
}
