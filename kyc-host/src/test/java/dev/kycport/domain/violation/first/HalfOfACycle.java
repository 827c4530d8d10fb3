package dev.kycport.domain.violation.first;

import dev.kycport.domain.violation.second.OtherHalfOfACycle;

/** Knows a package that knows this one. */
public record HalfOfACycle(OtherHalfOfACycle other) {}
