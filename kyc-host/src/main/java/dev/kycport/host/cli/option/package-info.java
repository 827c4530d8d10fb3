/** Options that several commands share, and their parsers. */
@NullMarked
package dev.kycport.host.cli.option;

import org.jspecify.annotations.NullMarked;
