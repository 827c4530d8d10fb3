package dev.kycport.host.violation;

import com.google.inject.Injector;

/** Breaks the host's allow-list. */
public record HostThatKnowsGuice(Injector injector) {}
