/**
 * What the domain needs from outside, as interfaces: gateways that ask a provider, stores that remember, and the SPI by
 * which both are found on the class path. The Javadoc of each method is its contract; kyc-tck is the same contract as tests.
 */
@NullMarked
package dev.kycport.ports;

import org.jspecify.annotations.NullMarked;
