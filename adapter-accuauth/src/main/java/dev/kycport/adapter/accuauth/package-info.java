/**
 * The provider AccuAuth: direct OTP. Start with {@link dev.kycport.adapter.accuauth.AccuauthProviderFactory}. {@code
 * AccuauthResponseMapper} and {@code AccuauthErrorMapping} interpret the replies.
 */
@NullMarked
package dev.kycport.adapter.accuauth;

import org.jspecify.annotations.NullMarked;
