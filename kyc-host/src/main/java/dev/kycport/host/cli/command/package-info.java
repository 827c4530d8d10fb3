/** The commands, one class each. */
@NullMarked
package dev.kycport.host.cli.command;

import org.jspecify.annotations.NullMarked;
