/** A reference host application. */
@NullMarked
package dev.kycport.host;

import org.jspecify.annotations.NullMarked;
