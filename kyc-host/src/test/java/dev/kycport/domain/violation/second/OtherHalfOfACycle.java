package dev.kycport.domain.violation.second;

import dev.kycport.domain.violation.first.HalfOfACycle;

/** Knows a package that knows this one. */
public record OtherHalfOfACycle(HalfOfACycle other) {}
