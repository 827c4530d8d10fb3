package dev.kycport.domain.violation;

import dev.kycport.ports.store.SessionStore;

/** Breaks the domain's allow-list. */
public record DomainThatKnowsPorts(SessionStore store) {}
