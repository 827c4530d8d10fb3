/** The invariants, and the verifier that checks them against the stores. */
@NullMarked
package dev.kycport.endurance.invariant;

import org.jspecify.annotations.NullMarked;
