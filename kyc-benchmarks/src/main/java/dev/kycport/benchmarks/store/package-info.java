/** Programs that measure the stores: against plain JDBC, with several threads, and as the database grows. */
@NullMarked
package dev.kycport.benchmarks.store;

import org.jspecify.annotations.NullMarked;
