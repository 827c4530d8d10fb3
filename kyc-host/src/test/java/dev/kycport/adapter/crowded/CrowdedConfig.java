package dev.kycport.adapter.crowded;

/** One of three public types. */
public record CrowdedConfig() {}
