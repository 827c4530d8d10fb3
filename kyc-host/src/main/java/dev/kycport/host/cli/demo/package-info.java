/** The demo and its scenarios. */
@NullMarked
package dev.kycport.host.cli.demo;

import org.jspecify.annotations.NullMarked;
