/** JMH benchmarks of the domain, the HTTP clients and a gateway. */
@NullMarked
package dev.kycport.benchmarks;

import org.jspecify.annotations.NullMarked;
