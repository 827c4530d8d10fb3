/** In-memory stores for tests and development. */
@NullMarked
package dev.kycport.adapter.memory;

import org.jspecify.annotations.NullMarked;
