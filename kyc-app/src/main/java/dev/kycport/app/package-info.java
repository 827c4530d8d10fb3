/** The use cases: what a host embeds. */
@NullMarked
package dev.kycport.app;

import org.jspecify.annotations.NullMarked;
