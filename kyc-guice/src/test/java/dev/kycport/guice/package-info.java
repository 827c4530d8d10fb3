/** The Guice module. */
@NullMarked
package dev.kycport.guice;

import org.jspecify.annotations.NullMarked;
