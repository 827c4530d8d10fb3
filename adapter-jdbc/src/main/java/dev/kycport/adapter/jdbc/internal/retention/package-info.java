/** Purges, legal holds and the purge log in the database. */
@NullMarked
package dev.kycport.adapter.jdbc.internal.retention;

import org.jspecify.annotations.NullMarked;
