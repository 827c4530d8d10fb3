/** What durable stores cost: beside hand-written JDBC, at several threads, and as they fill. */
@NullMarked
package dev.kycport.benchmarks.store;

import org.jspecify.annotations.NullMarked;
