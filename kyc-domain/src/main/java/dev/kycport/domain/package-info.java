/**
 * The words every part of KycPort uses: which flow, which provider, which session, and what a secret is. The packages
 * below hold the state machines; none of them knows a vendor, a framework or the clock.
 */
@NullMarked
package dev.kycport.domain;

import org.jspecify.annotations.NullMarked;
