/** Purge reports. */
@NullMarked
package dev.kycport.host.cli.retention;

import org.jspecify.annotations.NullMarked;
