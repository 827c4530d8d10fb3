/** Checks and reads Secure QR codes. */
@NullMarked
package dev.kycport.adapter.uidai.internal.qr;

import org.jspecify.annotations.NullMarked;
