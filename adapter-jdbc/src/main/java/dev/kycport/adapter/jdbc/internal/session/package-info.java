/** Sessions, their audit trail and pending codes in the database. */
@NullMarked
package dev.kycport.adapter.jdbc.internal.session;

import org.jspecify.annotations.NullMarked;
