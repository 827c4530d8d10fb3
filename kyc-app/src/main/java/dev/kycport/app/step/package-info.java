/** The values that a step takes and returns. */
@NullMarked
package dev.kycport.app.step;

import org.jspecify.annotations.NullMarked;
