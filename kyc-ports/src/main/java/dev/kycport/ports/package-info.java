/** What the domain needs from outside, and what a provider implements. */
@NullMarked
package dev.kycport.ports;

import org.jspecify.annotations.NullMarked;
