/** The interfaces by which providers, stores and guards are found on the class path and configured. */
@NullMarked
package dev.kycport.ports.spi;

import org.jspecify.annotations.NullMarked;
