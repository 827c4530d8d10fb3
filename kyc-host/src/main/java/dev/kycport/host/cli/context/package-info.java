/** What a command runs in: class path, configuration, environment, stores. */
@NullMarked
package dev.kycport.host.cli.context;

import org.jspecify.annotations.NullMarked;
