package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.gateway.CaptchaVerdict;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import org.junit.jupiter.api.Test;

/** What a {@link CaptchaOtpGateway} owes. */
public abstract class CaptchaOtpGatewayContract extends OtpGatewayContract<CaptchaOtpGateway> {

    /** For the adapter's test. */
    protected CaptchaOtpGatewayContract() {
        super(Flow.CAPTCHA_OTP);
    }

    @Override
    final Either<ProviderFailure, ?> call(
            ProviderCall call, GatewayUnderTest<CaptchaOtpGateway> target, Canary canary) {
        ConsentProof proof = SampleValues.anyProof(target.provider(), call);
        return switch (call) {
            case CONNECT -> target.gateway().fetchCaptcha(proof);
            case RELOAD_CAPTCHA -> target.gateway().reloadCaptcha(proof, target.reference());
            case SEND_CODE ->
                target.gateway().send(proof, target.reference(), canary.aadhaar(), canary.captchaAnswer());
            default -> verify(target, canary);
        };
    }

    @Override
    final ProviderReference startSession(GatewayUnderTest<CaptchaOtpGateway> target) {
        CaptchaImage image =
                (CaptchaImage) call(ProviderCall.CONNECT, target, canary()).get();
        return reference(call(ProviderCall.SEND_CODE, target.withReference(image.session()), canary()));
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
