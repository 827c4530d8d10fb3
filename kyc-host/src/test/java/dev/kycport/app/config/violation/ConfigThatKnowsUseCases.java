package dev.kycport.app.config.violation;

import dev.kycport.app.KycService;

/** Breaks the configuration's allow-list. */
public record ConfigThatKnowsUseCases(KycService service) {}
