/** The contract of stores for an inbound adapter. */
@NullMarked
package dev.kycport.tck.record;

import org.jspecify.annotations.NullMarked;
