package dev.kycport.domain.identity;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import java.time.Instant;

/**
 * How far an identity can be relied on: RBI's limits on accounts opened by Aadhaar OTP depend on how it was verified.
 *
 * @param flow by which flow
 * @param provider through which provider
 * @param verifiedAt when the provider vouched for it
 */
public record Assurance(Flow flow, ProviderId provider, Instant verifiedAt) {}
