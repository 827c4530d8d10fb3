/** What an inbound adapter keeps for a while. */
@NullMarked
package dev.kycport.adapter.jdbc.internal.record;

import org.jspecify.annotations.NullMarked;
