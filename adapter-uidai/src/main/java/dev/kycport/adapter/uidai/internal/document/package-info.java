/** What all kinds of signed document have in common. */
@NullMarked
package dev.kycport.adapter.uidai.internal.document;

import org.jspecify.annotations.NullMarked;
