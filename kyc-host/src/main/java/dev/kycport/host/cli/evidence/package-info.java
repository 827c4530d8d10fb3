/** Reports on signed documents and on the signers that are trusted. */
@NullMarked
package dev.kycport.host.cli.evidence;

import org.jspecify.annotations.NullMarked;
