/** The storage format of sessions, identities and consent events as JSON. */
@NullMarked
package dev.kycport.adapter.jdbc.internal.json;

import org.jspecify.annotations.NullMarked;
