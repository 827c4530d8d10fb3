/** The Guice module for hosts that use Guice. */
@NullMarked
package dev.kycport.guice;

import org.jspecify.annotations.NullMarked;
