/**
 * Durable stores for sessions, consents and the audit trail: in one SQLite file that needs no set-up, or on a PostgreSQL server
 * that any number of nodes share. Both have the same tables, created by the same migrations ({@code schema/V*.sql}), and run the
 * same statements; {@code Dialect} lists the differences.
 *
 * <p>An acknowledged write is on the disk. On SQLite this depends on {@code journal_mode=WAL} with {@code synchronous=FULL}: every
 * commit is flushed before another connection can read it. The one connection that writes sets both, and a URL with parameters is
 * refused. On PostgreSQL it depends on {@code fsync} and {@code full_page_writes}, which only the server's configuration can set
 * (a warning reports one that is off), and on {@code synchronous_commit}, which each connection turns on if it is weaker. Neither
 * database shows a commit that is not durable, so everything that is read here is durable, such as a consent before a call.
 *
 * <p>A row holds JSON in a format of its own that carries its version, and columns for what queries search by. The identity of a
 * session is not in that JSON but encrypted in its own column. No exception of a database or driver leaves this module:
 * {@code DatabaseErrorTranslator} replaces it with one sentence.
 */
@NullMarked
package dev.kycport.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
