package dev.kycport.adapter.fake.internal.image;

import static dev.kycport.adapter.fake.internal.image.Shape.ellipse;
import static dev.kycport.adapter.fake.internal.image.Shape.stroke;

import dev.kycport.domain.Bytes;

/** Asha as she is drawn, from the back to the front: 200 by 240 pixels, plainly a drawing. */
public final class Portrait {

    private static final int SKIN = 0xC98F66;
    private static final int SHADE = 0xA56E48;
    private static final int HAIR = 0x231A1C;
    private static final int SHEEN = 0x4A383A;
    private static final int CLOTH = 0x17706E;
    private static final int FOLD = 0x0F5352;
    private static final int TRIM = 0xE0A33A;
    private static final int LIPS = 0xA8434A;

    private static final Bytes PNG = drawn();

    private Portrait() {}

    public static Bytes png() {
        return PNG;
    }

    private static Bytes drawn() {
        Canvas canvas = new Canvas(200, 240, 0xE6EDF3, 0xB4C6D6);
        body(canvas);
        head(canvas);
        face(canvas);
        return canvas.png();
    }

    private static void body(Canvas canvas) {
        Shape dress = ellipse(100, 262, 84, 80);
        Shape neckline = ellipse(100, 180, 25, 25);
        Shape neck = stroke(36, 100, 140, 100, 182);
        canvas.paint(0xFFFFFF, 0.35, 60, ellipse(100, 100, 80, 90))
                .paint(HAIR, ellipse(100, 106, 55, 70).or(ellipse(100, 146, 57, 54)))
                .paint(SKIN, neck.or(ellipse(100, 262, 82, 78)))
                .paint(SHADE, 0.85, 2, ellipse(100, 152, 27, 17).and(neck))
                .paint(CLOTH, dress.minus(neckline))
                .paint(TRIM, dress.and(ellipse(100, 180, 29.5, 29.5)).minus(neckline))
                .paint(
                        FOLD,
                        0.5,
                        3,
                        stroke(2.4, 40, 240, 44, 226, 50, 214).or(stroke(2.4, 160, 240, 156, 226, 150, 214)));
    }

    private static void head(Canvas canvas) {
        Shape face = ellipse(100, 104, 40, 50).or(ellipse(100, 120, 33, 37));
        Shape brow = ellipse(82, 118, 30, 62).or(ellipse(118, 118, 30, 62));
        Shape cap = ellipse(100, 96, 46, 54).minus(brow).minus(ellipse(100, 150, 60, 42));
        canvas.paint(SKIN, ellipse(59, 112, 6, 11).or(ellipse(141, 112, 6, 11)))
                .paint(TRIM, ellipse(58, 127, 3.6, 3.6).or(ellipse(142, 127, 3.6, 3.6)))
                .paint(SKIN, face)
                .paint(SHADE, 0.3, 10, face.minus(ellipse(100, 98, 36, 53)))
                .paint(HAIR, cap)
                .paint(SHEEN, 0.7, 5, stroke(3, 66, 82, 76, 62, 90, 52).or(stroke(3, 134, 82, 124, 62, 110, 52)));
    }

    private static void face(Canvas canvas) {
        canvas.paint(0xD4745E, 0.35, 14, ellipse(75, 126, 9, 6).or(ellipse(125, 126, 9, 6)));
        eye(canvas, 83, -1);
        eye(canvas, 117, 1);
        canvas.paint(SHADE, 0.8, 2, stroke(1.6, 97, 108, 95, 121, 93, 126, 97, 128.5, 103, 128.5, 107, 126))
                .paint(LIPS, ellipse(100, 134, 17, 16).minus(ellipse(100, 124, 26, 16.5)))
                .paint(0x7E2C34, 0.9, 1.4, stroke(1.3, 85, 139, 91, 142.4, 100, 144, 109, 142.4, 115, 139))
                .paint(0xB3202C, ellipse(100, 89, 2.7, 2.7));
    }

    /** One eye with its brow; {@code side} is -1 for the one on the left of the picture. */
    private static void eye(Canvas canvas, double x, int side) {
        Shape opening = ellipse(x, 114, 9.5, 9).and(ellipse(x, 102.5, 11.5, 9.5).or(ellipse(x, 107, 9.5, 5)));
        canvas.paint(0xFBF7F2, opening)
                .paint(0x4A2A18, ellipse(x, 107, 4.4, 4.4).and(opening))
                .paint(0x120B08, ellipse(x, 107, 2.1, 2.1).and(opening))
                .paint(0xFFFFFF, ellipse(x + 1.5, 105.4, 1.1, 1.1))
                .paint(HAIR, stroke(2, x - 10, 107, x - 6, 103, x, 101.6, x + 6, 103, x + 10, 107))
                .paint(HAIR, 0.9, 1.6, stroke(2.8, x - 8 * side, 96, x, 92.6, x + 8 * side, 93, x + 12 * side, 96.5));
    }
}
