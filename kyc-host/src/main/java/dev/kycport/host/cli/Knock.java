package dev.kycport.host.cli;

import java.util.Optional;

/**
 * Whether anybody listens where a provider is called.
 *
 * @param host nothing where the provider's address names none, so that nobody was knocked at
 */
record Knock(Optional<String> host, int port, boolean answered) {}
