/** Runs one session: what to ask, whom, and what follows. */
@NullMarked
package dev.kycport.host.cli.session;

import org.jspecify.annotations.NullMarked;
