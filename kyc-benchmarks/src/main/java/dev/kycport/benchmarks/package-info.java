/** Benchmarks of the domain and the use cases. */
@NullMarked
package dev.kycport.benchmarks;

import org.jspecify.annotations.NullMarked;
