/** The contract of verifiers of signed documents, and documents that test signers sign. */
@NullMarked
package dev.kycport.tck.evidence;

import org.jspecify.annotations.NullMarked;
