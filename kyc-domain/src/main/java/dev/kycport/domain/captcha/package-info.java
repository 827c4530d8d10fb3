/** The captcha before a code, as a state machine. */
@NullMarked
package dev.kycport.domain.captcha;

import org.jspecify.annotations.NullMarked;
