/**
 * Stands between the application and a provider. A circuit breaker leaves a provider alone that fails, places bound how many
 * calls run at once, windows bound how many are made in a second, a minute and a day. It decorates the ports, so it knows
 * verdicts from failures, and every answer it gives itself proves that nothing was sent.
 */
@NullMarked
package dev.kycport.adapter.resilience4j;

import org.jspecify.annotations.NullMarked;
