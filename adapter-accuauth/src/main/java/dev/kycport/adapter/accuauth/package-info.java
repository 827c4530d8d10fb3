/**
 * AccuAuth behind the ports: one flow, a number and a code. {@link dev.kycport.adapter.accuauth.AccuauthProviderFactory} is the door; what its
 * words mean is in {@code AccuauthResponseMapper} and {@code AccuauthErrorMapping}.
 */
@NullMarked
package dev.kycport.adapter.accuauth;

import org.jspecify.annotations.NullMarked;
