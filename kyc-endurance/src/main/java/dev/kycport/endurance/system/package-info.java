/** The installation under test, its clock and its database. */
@NullMarked
package dev.kycport.endurance.system;

import org.jspecify.annotations.NullMarked;
