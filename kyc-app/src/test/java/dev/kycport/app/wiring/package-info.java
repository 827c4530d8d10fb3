/** The wiring, with Guice and without. */
@NullMarked
package dev.kycport.app.wiring;

import org.jspecify.annotations.NullMarked;
