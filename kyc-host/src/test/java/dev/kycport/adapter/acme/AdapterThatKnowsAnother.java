package dev.kycport.adapter.acme;

import dev.kycport.adapter.fake.FakeProviderFactory;

/** Reaches into another vendor's adapter. */
record AdapterThatKnowsAnother(FakeProviderFactory other) {}
