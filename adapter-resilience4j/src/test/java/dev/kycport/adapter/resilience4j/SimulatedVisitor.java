package dev.kycport.adapter.resilience4j;

import dev.kycport.tck.sample.MovableClock;
import java.util.Random;

/**
 * Somebody at the host: what they decide, and by which clock.
 *
 * @param random decides for them
 * @param clock their clock
 */
record SimulatedVisitor(Random random, MovableClock clock) {}
