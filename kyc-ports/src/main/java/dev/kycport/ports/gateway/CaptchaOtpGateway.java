package dev.kycport.ports.gateway;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** A provider that sends a code for a number and the answer to a captcha. Thread-safe. */
public interface CaptchaOtpGateway extends OtpGateway {

    /**
     * Starts a session at the provider and fetches the first image. Only reads, so repeating it does not affect the
     * person.
     *
     * @param proof for {@code connect}
     * @return the image with the provider's reference; Left any {@link ProviderFailure}, none of which had an effect
     */
    Either<ProviderFailure, CaptchaImage> fetchCaptcha(ConsentProof proof);

    /**
     * Fetches another image, which voids the previous one. Only reads.
     *
     * @param proof for {@code reload-captcha}
     * @param session the provider's reference from {@link #fetchCaptcha}
     * @return the image, or that the session is lost; Left any {@link ProviderFailure}, none of which had an effect
     */
    Either<ProviderFailure, CaptchaVerdict> reloadCaptcha(ConsentProof proof, ProviderReference session);

    /**
     * Submits number and answer, which requests a code. Called once for each answer, after the intent is stored and the
     * captcha attempt is spent. Implementations never repeat it, with the exception described at {@link
     * DirectOtpGateway#send}.
     *
     * @param proof for {@code send-code}
     * @param session the provider's reference from {@link #fetchCaptcha}
     * @param number only sent to the provider
     * @param answer only sent to the provider
     * @return the verdict. Left if there is none, with the meaning described at {@link DirectOtpGateway#send}
     */
    Either<ProviderFailure, CaptchaSendVerdict> send(
            ConsentProof proof, ProviderReference session, IdentityNumber number, CaptchaAnswer answer);
}
