package dev.kycport.app.wiring.violation;

import com.typesafe.config.Config;

/** Breaks the wiring's allow-list. */
public record WiringThatReadsHocon(Config config) {}
