/**
 * The contract kit: one abstract test class a port, which an adapter's test extends by one method; the behaviours that a
 * provider can show; recordings of a vendor's wire, played back; and a canary that is looked for in everything that comes
 * out. Adapters that talk HTTP also hold to the contracts of the wire, which ask every single call of a vendor. The tests are the ports' Javadoc in executable form, and each says what to check when it fails.
 */
@NullMarked
package dev.kycport.tck;

import org.jspecify.annotations.NullMarked;
