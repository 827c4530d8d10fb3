package dev.kycport.app.runtime.violation;

import com.typesafe.config.Config;

/** Breaks the allow-list of the runtime. */
public record RuntimeThatReadsHocon(Config config) {}
