package dev.kycport.app;

/**
 * What a round of settling did.
 *
 * @param sessions for which time or a lost outcome made a difference
 * @param identities erased with it
 */
public record Settled(int sessions, long identities) {}
