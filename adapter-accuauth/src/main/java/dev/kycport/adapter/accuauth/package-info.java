/**
 * AccuAuth behind the ports: one flow, a number and a code. {@link dev.kycport.adapter.accuauth.Accuauth} is the door; what its
 * words mean is in {@code AccuauthTranslation} and {@code AccuauthTables}.
 */
@NullMarked
package dev.kycport.adapter.accuauth;

import org.jspecify.annotations.NullMarked;
