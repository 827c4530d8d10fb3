/** The use cases, one class each. */
@NullMarked
package dev.kycport.app.internal.usecase;

import org.jspecify.annotations.NullMarked;
