/** Finds secrets in results, logs and output. */
@NullMarked
package dev.kycport.tck.secrecy;

import org.jspecify.annotations.NullMarked;
