/**
 * Sessions, consents and audit that last: in one SQLite file that needs no set-up, or on a PostgreSQL server that any number of
 * nodes share. Both have the same tables, by the same migrations ({@code schema/V*.sql}), and are spoken to in the same
 * statements; where they differ stands in {@code Dialect}.
 *
 * <p>What is acknowledged is on the disk. On SQLite that relies on {@code journal_mode=WAL} with {@code synchronous=FULL}, which
 * flushes every commit before anybody can read it; the one connection that writes sets both, and a URL with parameters is refused. On
 * PostgreSQL it relies on {@code fsync} and {@code full_page_writes}, which only the server's own configuration can set (a
 * warning says so where one is off), and on {@code synchronous_commit}, which every connection turns on where it finds it off.
 * Neither database shows anybody a commit that is not durable, so whatever is read here, such as a consent before a call, is.
 *
 * <p>A row holds JSON in a format of our own that carries its version, and beside it only what it has to be found by. A session's
 * identity is not in that JSON but sealed in a column of its own. Nothing that a database or driver throws leaves this
 * package: {@code DatabaseErrorTranslator} makes one sentence of it.
 */
@NullMarked
package dev.kycport.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
