/** Two real adapters side by side in one host, each with its vendor on a loopback port. */
@NullMarked
package dev.kycport.host.vendors;

import org.jspecify.annotations.NullMarked;
