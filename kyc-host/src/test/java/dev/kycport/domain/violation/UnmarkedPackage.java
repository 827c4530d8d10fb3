package dev.kycport.domain.violation;

/** Stands in a package without package-info. */
public record UnmarkedPackage() {}
