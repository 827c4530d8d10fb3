/**
 * One person's verification: the state machine that combines consent and challenges, and the snapshot that is stored.
 */
@NullMarked
package dev.kycport.domain.session;

import org.jspecify.annotations.NullMarked;
