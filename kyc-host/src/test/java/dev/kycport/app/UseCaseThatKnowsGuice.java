package dev.kycport.app;

import com.google.inject.Injector;

/** Breaks the use cases' allow-list. */
public record UseCaseThatKnowsGuice(Injector injector) {}
