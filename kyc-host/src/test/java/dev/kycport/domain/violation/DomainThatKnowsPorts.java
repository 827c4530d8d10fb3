package dev.kycport.domain.violation;

import dev.kycport.ports.SessionStore;

/** Breaks the domain's allow-list. */
public record DomainThatKnowsPorts(SessionStore store) {}
