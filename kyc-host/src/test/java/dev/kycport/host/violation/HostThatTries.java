package dev.kycport.host.violation;

import io.vavr.control.Try;

/** Uses more of Vavr than Either. */
public record HostThatTries(Try<String> attempt) {}
