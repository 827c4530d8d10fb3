package dev.kycport.adapter.uidai.internal.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.kycport.adapter.uidai.internal.document.DocumentText;
import dev.kycport.adapter.uidai.internal.document.Refusal;
import io.vavr.control.Either;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Finds the QR code in an image. A Secure QR is dense: a scan or a screenshot is read more often than a photo. */
public final class QrImage {

    /** A larger image is read at a fraction of its size. */
    private static final long GOOD_PIXELS = 16_000_000;

    private static final long MAX_PIXELS = 200_000_000;

    private QrImage() {}

    /** The digits in the QR code. */
    public static Either<Refusal, String> decode(byte[] image) {
        return pixels(image)
                .<Either<Refusal, String>>map(QrImage::decode)
                .orElseGet(() -> Either.left(Refusal.unreadable("is an image that cannot be read")));
    }

    private static Either<Refusal, String> decode(LuminanceSource pixels) {
        return Stream.<Binarizer>of(new HybridBinarizer(pixels), new GlobalHistogramBinarizer(pixels))
                .flatMap(binarizer -> hints().stream().flatMap(hint -> decode(binarizer, hint).stream()))
                .findFirst()
                .map(text -> DocumentText.digits(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> Either.left(Refusal.unreadable("is an image in which no QR code is found")));
    }

    private static Optional<String> decode(Binarizer binarizer, Map<DecodeHintType, Object> hints) {
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(binarizer), hints)
                    .getText());
        } catch (ReaderException | RuntimeException notFound) {
            // zxing also throws what its arithmetic on broken codes throws.
            return Optional.empty();
        }
    }

    private static List<Map<DecodeHintType, Object>> hints() {
        Map<DecodeHintType, Object> photo = new EnumMap<>(DecodeHintType.class);
        photo.put(DecodeHintType.TRY_HARDER, true);
        photo.put(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));
        Map<DecodeHintType, Object> screenshot = new EnumMap<>(photo);
        screenshot.put(DecodeHintType.PURE_BARCODE, true);
        return List.of(photo, screenshot);
    }

    private static Optional<LuminanceSource> pixels(byte[] image) {
        // In memory: ImageIO's own cache would write the document to disk.
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            return readers.hasNext() ? pixels(readers.next(), stream) : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<LuminanceSource> pixels(ImageReader reader, ImageInputStream stream) throws IOException {
        try {
            reader.setInput(stream, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MAX_PIXELS) {
                return Optional.empty();
            }
            int step = (int) Math.ceil(Math.sqrt((double) pixels / GOOD_PIXELS));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
            return Optional.of(luminance(reader.read(0, param)));
        } finally {
            reader.dispose();
        }
    }

    private static LuminanceSource luminance(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }
}
