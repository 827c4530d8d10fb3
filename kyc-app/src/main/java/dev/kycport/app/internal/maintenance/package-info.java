/** Background work on sessions: expiry and reconciliation. */
@NullMarked
package dev.kycport.app.internal.maintenance;

import org.jspecify.annotations.NullMarked;
