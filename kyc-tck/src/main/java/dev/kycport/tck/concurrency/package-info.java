/** Concurrent callers for the contracts. */
@NullMarked
package dev.kycport.tck.concurrency;

import org.jspecify.annotations.NullMarked;
