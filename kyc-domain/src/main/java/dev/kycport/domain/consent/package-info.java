/** The person's consent: its state machine, and the events that a ledger stores. */
@NullMarked
package dev.kycport.domain.consent;

import org.jspecify.annotations.NullMarked;
