/** Terminal input and output. */
@NullMarked
package dev.kycport.host.cli.terminal;

import org.jspecify.annotations.NullMarked;
