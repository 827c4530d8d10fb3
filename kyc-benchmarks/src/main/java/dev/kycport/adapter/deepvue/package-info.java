/** Benchmarks that read Deepvue's replies with the adapter's own records, which nobody else can see. */
@NullMarked
package dev.kycport.adapter.deepvue;

import org.jspecify.annotations.NullMarked;
