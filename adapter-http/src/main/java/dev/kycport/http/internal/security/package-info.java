/** Who calls. */
@NullMarked
package dev.kycport.http.internal.security;

import org.jspecify.annotations.NullMarked;
