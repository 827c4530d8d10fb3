package dev.kycport.host.cli.provider;

import java.util.Optional;

/**
 * Whether anybody listens where a provider is called.
 *
 * @param host nothing where the provider's address names none, so that nobody was knocked at
 */
public record Reachability(Optional<String> host, int port, boolean answered) {}
