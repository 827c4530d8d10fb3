/** Stores half-steps, each in one transaction. */
@NullMarked
package dev.kycport.adapter.jdbc.internal.step;

import org.jspecify.annotations.NullMarked;
