package dev.kycport.guice.violation;

import dev.kycport.adapter.fake.FakeProviderFactory;

/** Breaks the allow-list of the Guice module. */
public record GuiceModuleThatKnowsAnAdapter(FakeProviderFactory factory) {}
