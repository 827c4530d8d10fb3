/** The {@code kyc} command line. */
@NullMarked
package dev.kycport.host.cli;

import org.jspecify.annotations.NullMarked;
