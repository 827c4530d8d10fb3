/**
 * What checking a document that UIDAI or DigiLocker signed brings to light: the verdicts, what is kept of the document,
 * and the signers that are trusted. Pure values; the check itself is a port.
 */
@NullMarked
package dev.kycport.domain.evidence;

import org.jspecify.annotations.NullMarked;
