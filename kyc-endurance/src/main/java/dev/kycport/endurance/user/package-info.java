/** Simulated users, what they ask of the service and what they receive. Depends on no other package of the module. */
@NullMarked
package dev.kycport.endurance.user;

import org.jspecify.annotations.NullMarked;
