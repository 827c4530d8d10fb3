/** What every command runs with: environment, configuration, stores, exit statuses. */
@NullMarked
package dev.kycport.host.cli.context;

import org.jspecify.annotations.NullMarked;
