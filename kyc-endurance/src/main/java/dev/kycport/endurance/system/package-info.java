/** The installation under test and its database. */
@NullMarked
package dev.kycport.endurance.system;

import org.jspecify.annotations.NullMarked;
