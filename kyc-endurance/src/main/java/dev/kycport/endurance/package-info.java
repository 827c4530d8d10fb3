/** Programs that kill, cut and fill an installation and then verify its invariants; docs/endurance.md describes them. */
@NullMarked
package dev.kycport.endurance;

import org.jspecify.annotations.NullMarked;
