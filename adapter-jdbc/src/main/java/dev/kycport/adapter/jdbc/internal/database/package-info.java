/** Connection pools, transactions, schema migration and error translation. */
@NullMarked
package dev.kycport.adapter.jdbc.internal.database;

import org.jspecify.annotations.NullMarked;
