package dev.kycport.app.step;

/**
 * What a round of settling did.
 *
 * @param sessions for which time or a lost outcome made a difference
 * @param identities erased with it
 */
public record ReconciliationSummary(int sessions, long identities) {}
