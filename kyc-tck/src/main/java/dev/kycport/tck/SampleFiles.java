package dev.kycport.tck;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.digilocker.AuthorizationState;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Files no longer than their first bytes, and what is built around them. */
final class SampleFiles {

    static final Bytes JPEG = Bytes.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, (byte) 0x80});
    static final Bytes PNG = Bytes.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFE});
    static final Bytes PDF = Bytes.of("%PDF-1.4 sample".getBytes(StandardCharsets.US_ASCII));
    static final Bytes XML = Bytes.of("<Certificate/>".getBytes(StandardCharsets.US_ASCII));

    private SampleFiles() {}

    static CaptchaImage captcha() {
        return new CaptchaImage(Sample.anyReference(), PNG, typeOf(PNG));
    }

    static AuthorizationOffer offer() {
        return new AuthorizationOffer(
                Sample.anyReference(),
                URI.create("https://digilocker.example/authorize?state=state-0001"),
                new AuthorizationState("state-0001"),
                Sample.everyDocument());
    }

    static MediaType typeOf(Bytes file) {
        return MediaType.of(file).orElseThrow();
    }
}
