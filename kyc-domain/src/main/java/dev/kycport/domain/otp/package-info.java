/** The one-time code, as a state machine. */
@NullMarked
package dev.kycport.domain.otp;

import org.jspecify.annotations.NullMarked;
