/** What is specific to PostgreSQL. */
@NullMarked
package dev.kycport.adapter.jdbc.internal.database.postgres;

import org.jspecify.annotations.NullMarked;
