/** Sample values for the contracts. */
@NullMarked
package dev.kycport.tck.sample;

import org.jspecify.annotations.NullMarked;
