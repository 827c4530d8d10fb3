package dev.kycport.ports.gateway;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** A provider that sends a code for a number and the answer to a captcha. Safe for use by many threads. */
public interface CaptchaOtpGateway extends OtpGateway {

    /**
     * Opens the provider's side of a session and fetches the first image. Reads only, so repeating it does no harm to the
     * person.
     *
     * @param proof for {@code connect}
     * @return the image with the provider's reference; Left any {@link ProviderFailure}, none of which had an effect
     */
    Either<ProviderFailure, CaptchaImage> fetchCaptcha(ConsentProof proof);

    /**
     * Fetches another image, which voids the one before. Reads only.
     *
     * @param proof for {@code reload-captcha}
     * @param session the provider's reference from {@link #fetchCaptcha}
     * @return the image or that the session is lost; Left any {@link ProviderFailure}, none of which had an effect
     */
    Either<ProviderFailure, CaptchaVerdict> reloadCaptcha(ConsentProof proof, ProviderReference session);

    /**
     * Submits number and answer, and asks for a code to be sent. Called once for each answer; the intent is stored before
     * and the attempt at the captcha spent. Never repeated behind the caller's back.
     *
     * @param proof for {@code send-code}
     * @param session the provider's reference from {@link #fetchCaptcha}
     * @param number goes to the provider and nowhere else
     * @param answer likewise
     * @return the verdict. Left if there is none, with the same meaning as in {@link DirectOtpGateway#send}
     */
    Either<ProviderFailure, CaptchaSendVerdict> send(
            ConsentProof proof, ProviderReference session, IdentityNumber number, CaptchaAnswer answer);
}
