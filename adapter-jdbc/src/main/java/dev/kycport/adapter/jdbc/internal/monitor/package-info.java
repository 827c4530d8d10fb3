/** The state of the database, for operators. */
@NullMarked
package dev.kycport.adapter.jdbc.internal.monitor;

import org.jspecify.annotations.NullMarked;
