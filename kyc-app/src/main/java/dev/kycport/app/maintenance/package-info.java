/** Retention: purges and the archive. */
@NullMarked
package dev.kycport.app.maintenance;

import org.jspecify.annotations.NullMarked;
