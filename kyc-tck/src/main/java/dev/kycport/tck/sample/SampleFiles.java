package dev.kycport.tck.sample;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.OAuthState;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Files no longer than their first bytes, and what is built around them. */
public final class SampleFiles {

    static final Bytes JPEG = Bytes.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, (byte) 0x80});
    static final Bytes PNG = Bytes.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFE});
    public static final Bytes PDF = Bytes.of("%PDF-1.4 sample".getBytes(StandardCharsets.US_ASCII));
    static final Bytes XML = Bytes.of("<Certificate/>".getBytes(StandardCharsets.US_ASCII));

    private SampleFiles() {}

    public static CaptchaImage captcha() {
        return new CaptchaImage(SampleValues.anyReference(), PNG, typeOf(PNG));
    }

    public static AuthorizationRequest offer() {
        return new AuthorizationRequest(
                SampleValues.anyReference(),
                URI.create("https://digilocker.example/authorize?state=state-0001"),
                new OAuthState("state-0001"),
                SampleValues.everyDocument());
    }

    static MediaType typeOf(Bytes file) {
        return MediaType.of(file).orElseThrow();
    }
}
