package dev.kycport.ports.violation;

import dev.kycport.app.KycService;

/** Breaks the ports' allow-list. */
public record PortThatKnowsTheApp(KycService service) {}
