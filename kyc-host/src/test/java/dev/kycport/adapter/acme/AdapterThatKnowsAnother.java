package dev.kycport.adapter.acme;

import dev.kycport.adapter.fake.Fake;

/** Reaches into another vendor's adapter. */
record AdapterThatKnowsAnother(Fake other) {}
