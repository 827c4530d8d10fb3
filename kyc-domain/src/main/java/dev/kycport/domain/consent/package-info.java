/**
 * The person's agreement, as a state machine and as the chain of events that a ledger keeps.
 */
@NullMarked
package dev.kycport.domain.consent;

import org.jspecify.annotations.NullMarked;
