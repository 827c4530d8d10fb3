/** The signers that are trusted, and bare RSA signatures. */
@NullMarked
package dev.kycport.adapter.uidai.internal.signer;

import org.jspecify.annotations.NullMarked;
