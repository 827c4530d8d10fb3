/** Finds, proves and extends consents. */
@NullMarked
package dev.kycport.app.internal.consent;

import org.jspecify.annotations.NullMarked;
