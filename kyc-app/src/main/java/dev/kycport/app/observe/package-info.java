/** The meter and listeners of a host. */
@NullMarked
package dev.kycport.app.observe;

import org.jspecify.annotations.NullMarked;
