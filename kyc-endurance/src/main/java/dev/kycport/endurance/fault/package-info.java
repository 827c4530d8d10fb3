/** Faults of the database: a cut or silent connection, a crash. */
@NullMarked
package dev.kycport.endurance.fault;

import org.jspecify.annotations.NullMarked;
