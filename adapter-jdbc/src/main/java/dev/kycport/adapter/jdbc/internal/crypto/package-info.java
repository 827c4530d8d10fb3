/** Encryption of identities and the keyed hash of identity numbers. */
@NullMarked
package dev.kycport.adapter.jdbc.internal.crypto;

import org.jspecify.annotations.NullMarked;
