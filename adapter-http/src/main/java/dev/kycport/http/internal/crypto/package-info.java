/** Hashes, and the encryption of stored answers. */
@NullMarked
package dev.kycport.http.internal.crypto;

import org.jspecify.annotations.NullMarked;
