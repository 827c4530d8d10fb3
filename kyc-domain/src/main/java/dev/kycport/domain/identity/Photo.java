package dev.kycport.domain.identity;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;

/**
 * A portrait.
 *
 * @param image the file, unchanged
 * @param type detected from its first bytes
 */
public record Photo(Bytes image, MediaType type) {}
