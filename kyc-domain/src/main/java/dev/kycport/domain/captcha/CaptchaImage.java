package dev.kycport.domain.captcha;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderReference;

/**
 * A captcha as a provider hands it out.
 *
 * @param session what the provider calls its side of the session; needed to answer
 * @param image the file as it is
 * @param type found from its first bytes
 */
public record CaptchaImage(ProviderReference session, Bytes image, MediaType type) {}
