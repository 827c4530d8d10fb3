/** The contracts that every adapter must pass. */
@NullMarked
package dev.kycport.tck;

import org.jspecify.annotations.NullMarked;
