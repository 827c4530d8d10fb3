/** The stores: sessions, audit trail, consents, pending codes, retention. */
@NullMarked
package dev.kycport.ports.store;

import org.jspecify.annotations.NullMarked;
