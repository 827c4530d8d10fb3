/** The table of providers and the check whether they are reachable. */
@NullMarked
package dev.kycport.host.cli.provider;

import org.jspecify.annotations.NullMarked;
