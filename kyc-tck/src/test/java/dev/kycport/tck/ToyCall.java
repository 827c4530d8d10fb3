package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.tck.recording.ProviderBehaviour;

/**
 * One call of a toy gateway.
 *
 * @param secret what it was given to pass on; empty if nothing
 */
record ToyCall(ProviderBehaviour behaviour, Flow flow, ProviderCall call, String secret, ToyTraffic wire) {}
