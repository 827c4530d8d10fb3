/** Tests of the running installation. */
@NullMarked
package dev.kycport.app.runtime;

import org.jspecify.annotations.NullMarked;
