package dev.kycport.domain.identity;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import java.time.Instant;

/**
 * How an identity was verified. RBI's limits on accounts opened by Aadhaar OTP depend on it.
 *
 * @param flow by which flow
 * @param provider by which provider
 * @param verifiedAt when the provider confirmed it
 */
public record Assurance(Flow flow, ProviderId provider, Instant verifiedAt) {}
