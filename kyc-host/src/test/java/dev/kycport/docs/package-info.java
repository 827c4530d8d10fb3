/** The documents, compared with the code that they are about. */
@NullMarked
package dev.kycport.docs;

import org.jspecify.annotations.NullMarked;
