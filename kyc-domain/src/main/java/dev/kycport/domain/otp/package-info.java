/**
 * The one-time code on its way to a phone and back, as a state machine: a code sent twice or an attempt lost is harm.
 */
@NullMarked
package dev.kycport.domain.otp;

import org.jspecify.annotations.NullMarked;
