/** The consent ledger in the database, with the hash chain of each consent. */
@NullMarked
package dev.kycport.adapter.jdbc.internal.consent;

import org.jspecify.annotations.NullMarked;
