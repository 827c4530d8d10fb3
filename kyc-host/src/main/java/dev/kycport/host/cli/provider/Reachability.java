package dev.kycport.host.cli.provider;

import java.util.Optional;

/**
 * Whether the host and port of a provider accept connections.
 *
 * @param host empty if the provider's URL has none, so that nothing was tested
 */
public record Reachability(Optional<String> host, int port, boolean answered) {}
