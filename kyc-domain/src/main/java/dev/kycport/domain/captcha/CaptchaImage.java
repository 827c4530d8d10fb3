package dev.kycport.domain.captcha;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderReference;

/**
 * A captcha image from a provider.
 *
 * @param session the provider's reference of its own session, needed to answer
 * @param image the file, unchanged
 * @param type detected from its first bytes
 */
public record CaptchaImage(ProviderReference session, Bytes image, MediaType type) {}
