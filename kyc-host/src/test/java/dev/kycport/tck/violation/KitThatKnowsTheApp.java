package dev.kycport.tck.violation;

import dev.kycport.app.KycService;

/** Breaks the kit's allow-list. */
public record KitThatKnowsTheApp(KycService service) {}
