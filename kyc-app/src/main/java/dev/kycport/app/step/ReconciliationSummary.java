package dev.kycport.app.step;

/**
 * What one reconciliation of the due sessions did.
 *
 * @param sessions how many sessions changed
 * @param identities how many identities were erased
 */
public record ReconciliationSummary(int sessions, long identities) {}
