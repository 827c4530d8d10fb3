/** A simulated vendor and its log of calls. */
@NullMarked
package dev.kycport.endurance.vendor;

import org.jspecify.annotations.NullMarked;
