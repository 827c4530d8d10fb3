/**
 * The numbers that identify a resident, which are always printed masked, and the identity that a provider confirmed.
 */
@NullMarked
package dev.kycport.domain.identity;

import org.jspecify.annotations.NullMarked;
