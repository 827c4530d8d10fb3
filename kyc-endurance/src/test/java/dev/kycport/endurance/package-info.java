/** Proves that the checks of the endurance programs bite. */
@NullMarked
package dev.kycport.endurance;

import org.jspecify.annotations.NullMarked;
