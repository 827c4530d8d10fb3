package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.CaptchaSendVerdict;
import dev.kycport.ports.CaptchaVerdict;
import dev.kycport.ports.ConsentProof;
import io.vavr.control.Either;
import org.junit.jupiter.api.Test;

/** What a {@link CaptchaOtpGateway} owes. */
public abstract class CaptchaOtpGatewayContract extends OtpGatewayContract<CaptchaOtpGateway> {

    /** For the adapter's test. */
    protected CaptchaOtpGatewayContract() {
        super(Flow.CAPTCHA_OTP);
    }

    @Override
    final Either<ProviderFailure, ?> ask(ProviderCall call, Showing<CaptchaOtpGateway> at, Canary canary) {
        ConsentProof proof = Sample.anyProof(at.provider(), call);
        return switch (call) {
            case CONNECT -> at.gateway().connect(proof);
            case RELOAD_CAPTCHA -> at.gateway().reload(proof, at.reference());
            case SEND_CODE -> at.gateway().send(proof, at.reference(), canary.aadhaar(), canary.captchaAnswer());
            default -> verify(at, canary);
        };
    }

    @Override
    final ProviderReference begun(Showing<CaptchaOtpGateway> at) {
        CaptchaImage image =
                (CaptchaImage) ask(ProviderCall.CONNECT, at, canary()).get();
        return reference(ask(ProviderCall.SEND_CODE, at.knowing(image.session()), canary()));
    }

    /** If it fails, check how the image is decoded, and that its kind is found from its bytes. */
    @Test
    final void a_session_begins_with_an_image() {
        CaptchaImage image = outcome(ProviderBehaviour.CAPTCHA_SHOWN).verdict(CaptchaImage.class);

        isShowable(image);
    }

    /** If it fails, check that a reload is decoded as the first image is. */
    @Test
    final void a_reload_brings_another_image() {
        CaptchaVerdict.NewImage reloaded =
                outcome(ProviderBehaviour.CAPTCHA_RELOADED).verdict(CaptchaVerdict.NewImage.class);

        isShowable(reloaded.image());
    }

    /** If it fails, check the vendor's word for a wrong answer: it must cost one attempt, not the session. */
    @Test
    final void a_wrong_captcha_is_a_verdict_not_a_failure() {
        outcome(ProviderBehaviour.WRONG_CAPTCHA).verdict(CaptchaSendVerdict.WrongCaptcha.class);
    }

    private static void isShowable(CaptchaImage image) {
        assertThat(image.type()).isIn(MediaType.JPEG, MediaType.PNG, MediaType.GIF);
        assertThat(MediaType.of(image.image())).as("kind by its bytes").hasValue(image.type());
    }
}
