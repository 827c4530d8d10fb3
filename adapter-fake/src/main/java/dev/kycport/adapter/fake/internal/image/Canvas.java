package dev.kycport.adapter.fake.internal.image;

import dev.kycport.domain.Bytes;

/** Pixels to paint on, with smooth edges. */
final class Canvas {

    private static final double CRISP = 1;

    private final int width;
    private final int[] pixels;

    /** An area that runs from one colour at the top to another at the bottom. */
    Canvas(int width, int height, int top, int bottom) {
        this.width = width;
        this.pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / width;
            pixels[i] = mixed(top, bottom, row / (double) height);
        }
    }

    Canvas paint(int colour, Shape shape) {
        return paint(colour, 1, CRISP, shape);
    }

    /**
     * Paints a shape over what is there.
     *
     * @param opacity from 0 to 1
     * @param blur over how many pixels the edge fades
     */
    Canvas paint(int colour, double opacity, double blur, Shape shape) {
        for (int i = 0; i < pixels.length; i++) {
            int row = i / width;
            double distance = shape.distance(i % width + 0.5, row + 0.5);
            double covered = Math.max(0, Math.min(1, 0.5 - distance / blur));
            pixels[i] = mixed(pixels[i], colour, opacity * covered);
        }
        return this;
    }

    Bytes png() {
        return Png.of(width, pixels);
    }

    private static int mixed(int below, int above, double share) {
        return channel(below, above, share, 16) | channel(below, above, share, 8) | channel(below, above, share, 0);
    }

    private static int channel(int below, int above, double share, int shift) {
        int from = below >> shift & 0xFF;
        int to = above >> shift & 0xFF;
        return (int) Math.round(from + share * (to - from)) << shift;
    }
}
