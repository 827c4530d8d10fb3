/**
 * The provider Deepvue: captcha OTP (V1), direct OTP (V2) and DigiLocker. Start with {@link
 * dev.kycport.adapter.deepvue.DeepvueProviderFactory}. {@code DeepvueResponseMapper} and {@code DeepvueErrorMapping}
 * interpret the replies.
 */
@NullMarked
package dev.kycport.adapter.deepvue;

import org.jspecify.annotations.NullMarked;
