/** The providers of an installation and their routes. */
@NullMarked
package dev.kycport.app.internal.provider;

import org.jspecify.annotations.NullMarked;
