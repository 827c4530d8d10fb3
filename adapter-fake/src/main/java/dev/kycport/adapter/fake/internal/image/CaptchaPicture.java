package dev.kycport.adapter.fake.internal.image;

import dev.kycport.domain.Bytes;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** A text drawn as a captcha: bent and noisy, yet plain to a person. The same text always gives the same picture. */
public final class CaptchaPicture {

    private static final int HEIGHT = 72;
    private static final double SCALE = 6;
    private static final double PITCH = 36;
    private static final double MARGIN = 26;
    private static final int[] INKS = {0x1F3A5F, 0x5A2A4F, 0x1E5B4A, 0x6B3A1E, 0x33317A};
    private static final int MOST_KEPT = 64;
    private static final Map<String, Bytes> DRAWN = new ConcurrentHashMap<>();

    private final SplittableRandom random;
    private final int width;
    private final double phase;

    private CaptchaPicture(String text) {
        random = new SplittableRandom(text.hashCode());
        width = (int) (2 * MARGIN + PITCH * (text.length() - 1) + Glyphs.WIDTH * SCALE);
        phase = between(0, 2 * Math.PI);
    }

    public static Bytes of(String text) {
        return DRAWN.size() < MOST_KEPT ? DRAWN.computeIfAbsent(text, CaptchaPicture::drawn) : drawn(text);
    }

    private static Bytes drawn(String text) {
        return new CaptchaPicture(text).draw(text);
    }

    private Bytes draw(String text) {
        Canvas canvas = new Canvas(width, HEIGHT, 0xFBFAF5, 0xECEFF4);
        for (int i = 0; i < 70; i++) {
            canvas.paint(0x8A93A6, 0.5, 1, speck());
        }
        for (int i = 0; i < text.length(); i++) {
            canvas.paint(INKS[i % INKS.length], bent(glyph(text.charAt(i), MARGIN + i * PITCH)));
        }
        for (int i = 0; i < 3; i++) {
            canvas.paint(0x6F7C94, 0.55, 1, bent(scratch()));
        }
        return canvas.png();
    }

    private Shape glyph(char character, double left) {
        double turn = between(-0.2, 0.2);
        double middleX = left + Glyphs.WIDTH * SCALE / 2;
        double middleY = HEIGHT / 2.0 + between(-4, 4);
        return Glyphs.of(character).stream()
                .map(points -> Shape.stroke(4.4, placed(points, turn, middleX, middleY)))
                .reduce(Shape::or)
                .orElseThrow();
    }

    private static double[] placed(double[] points, double turn, double middleX, double middleY) {
        double[] placed = new double[points.length];
        for (int i = 0; i < points.length; i += 2) {
            double x = (points[i] - Glyphs.WIDTH / 2) * SCALE;
            double y = (points[i + 1] - Glyphs.HEIGHT / 2) * SCALE;
            placed[i] = middleX + x * Math.cos(turn) - y * Math.sin(turn);
            placed[i + 1] = middleY + x * Math.sin(turn) + y * Math.cos(turn);
        }
        return placed;
    }

    private Shape bent(Shape straight) {
        return (x, y) -> straight.distance(x + 1.8 * Math.sin(y / 11 + phase), y + 2.6 * Math.sin(x / 23 + 2 * phase));
    }

    private Shape speck() {
        double size = between(0.5, 1.3);
        return Shape.ellipse(between(0, width), between(0, HEIGHT), size, size);
    }

    private Shape scratch() {
        return Shape.stroke(1.3, 0, between(8, HEIGHT - 8), width, between(8, HEIGHT - 8));
    }

    private double between(double low, double high) {
        return random.nextDouble(low, high);
    }
}
