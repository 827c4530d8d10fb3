/** The wiring, with Guice and without. */
@NullMarked
package dev.kycport.app.runtime;

import org.jspecify.annotations.NullMarked;
