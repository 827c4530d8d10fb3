/**
 * Rejections (KycPort refused, nothing changed), provider failures (the outcome is not known or nothing was sent) and
 * the codes of providers' verdicts. Each has a stable code, the party that has to act, and retry advice.
 */
@NullMarked
package dev.kycport.domain.failure;

import org.jspecify.annotations.NullMarked;
