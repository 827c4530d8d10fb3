/**
 * The picture puzzle between a number and its OTP, as a state machine.
 */
@NullMarked
package dev.kycport.domain.captcha;

import org.jspecify.annotations.NullMarked;
