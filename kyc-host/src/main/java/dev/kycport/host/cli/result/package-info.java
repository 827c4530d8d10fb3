/** The result of a run, as text and as JSON. */
@NullMarked
package dev.kycport.host.cli.result;

import org.jspecify.annotations.NullMarked;
