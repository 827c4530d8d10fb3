/** The authorization in DigiLocker, as a state machine. */
@NullMarked
package dev.kycport.domain.digilocker;

import org.jspecify.annotations.NullMarked;
