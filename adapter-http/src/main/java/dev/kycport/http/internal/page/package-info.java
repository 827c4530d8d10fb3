/** The hosted page for the person. */
@NullMarked
package dev.kycport.http.internal.page;

import org.jspecify.annotations.NullMarked;
