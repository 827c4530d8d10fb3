/**
 * Guards the calls to a provider with a circuit breaker, a limit of concurrent calls and rate limits per second,
 * minute and day. It decorates the gateways, so it can distinguish verdicts from failures. Every failure of its own
 * proves that nothing was sent.
 */
@NullMarked
package dev.kycport.adapter.resilience4j;

import org.jspecify.annotations.NullMarked;
