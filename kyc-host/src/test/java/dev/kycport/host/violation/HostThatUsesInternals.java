package dev.kycport.host.violation;

import dev.kycport.app.internal.provider.ProviderDirectory;

/** Uses a package that exists only for the inside of another module. */
public record HostThatUsesInternals(ProviderDirectory directory) {}
