package dev.kycport.files.violation;

import dev.kycport.domain.Flow;

/** Breaks the rule that shared file handling knows only the JDK. */
record FilesThatKnowTheDomain(Flow flow) {}
