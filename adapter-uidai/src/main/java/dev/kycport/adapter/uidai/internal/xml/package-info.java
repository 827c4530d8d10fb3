/** Checks and reads the kinds of signed XML. */
@NullMarked
package dev.kycport.adapter.uidai.internal.xml;

import org.jspecify.annotations.NullMarked;
