/** Terminal input and output: detection, wrapped and coloured text, JSON, the keyboard. */
@NullMarked
package dev.kycport.host.cli.terminal;

import org.jspecify.annotations.NullMarked;
