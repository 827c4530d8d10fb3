/** The use cases against the fake: every flow, every promise, and what many threads or a dying store do to them. */
@NullMarked
package dev.kycport.app;

import org.jspecify.annotations.NullMarked;
