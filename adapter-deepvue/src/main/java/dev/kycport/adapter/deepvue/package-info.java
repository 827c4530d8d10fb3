/**
 * Deepvue behind the ports: V1 with a captcha, V2 without, and DigiLocker. {@link dev.kycport.adapter.deepvue.DeepvueProviderFactory} is the
 * door; what its words mean is in {@code DeepvueResponseMapper}.
 */
@NullMarked
package dev.kycport.adapter.deepvue;

import org.jspecify.annotations.NullMarked;
