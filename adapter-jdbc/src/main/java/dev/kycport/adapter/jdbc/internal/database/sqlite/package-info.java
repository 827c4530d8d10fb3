/** What is specific to SQLite. */
@NullMarked
package dev.kycport.adapter.jdbc.internal.database.sqlite;

import org.jspecify.annotations.NullMarked;
