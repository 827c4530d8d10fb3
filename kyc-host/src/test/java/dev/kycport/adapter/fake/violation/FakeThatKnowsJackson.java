package dev.kycport.adapter.fake.violation;

import com.fasterxml.jackson.databind.JsonNode;

/** Brings along a library that only HTTP adapters may. */
record FakeThatKnowsJackson(JsonNode json) {}
