/** The running installation: adapters on the class path, clock, randomness, background tasks. */
@NullMarked
package dev.kycport.app.runtime;

import org.jspecify.annotations.NullMarked;
