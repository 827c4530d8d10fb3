/** Simulated users and what they asked and received. */
@NullMarked
package dev.kycport.endurance.user;

import org.jspecify.annotations.NullMarked;
