package dev.kycport.adapter.fake.internal.image;

import dev.kycport.domain.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Pixels as a PNG file: 8 bits a channel, no transparency, no filters (W3C PNG, sections 5 and 11). Without AWT, which fails
 * on a headless runtime that lacks fonts or believes in a display.
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] TRUE_COLOUR = {8, 2, 0, 0, 0};

    private Png() {}

    /** The file of these pixels, {@code 0xRRGGBB} each, row by row. */
    static Bytes of(int width, int[] pixels) {
        int height = pixels.length / width;
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(TRUE_COLOUR);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        file.writeBytes(chunk("IHDR", header.array()));
        file.writeBytes(chunk("IDAT", deflated(rows(width, pixels))));
        file.writeBytes(chunk("IEND", new byte[0]));
        return Bytes.of(file.toByteArray());
    }

    private static byte[] rows(int width, int[] pixels) {
        ByteBuffer rows = ByteBuffer.allocate(3 * pixels.length + pixels.length / width);
        for (int i = 0; i < pixels.length; i++) {
            if (i % width == 0) {
                rows.put((byte) 0);
            }
            rows.put((byte) (pixels[i] >> 16)).put((byte) (pixels[i] >> 8)).put((byte) pixels[i]);
        }
        return rows.array();
    }

    private static byte[] deflated(byte[] raw) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(raw);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        while (!deflater.finished()) {
            packed.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data);
        CRC32 check = new CRC32();
        check.update(chunk.array(), 4, data.length + 4);
        return chunk.putInt((int) check.getValue()).array();
    }
}
