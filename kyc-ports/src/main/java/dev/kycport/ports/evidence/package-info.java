/** Checking documents that UIDAI or DigiLocker signed, without asking anybody. */
@NullMarked
package dev.kycport.ports.evidence;

import org.jspecify.annotations.NullMarked;
