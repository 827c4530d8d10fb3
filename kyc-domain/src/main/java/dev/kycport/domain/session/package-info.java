/**
 * One person's verification from the first screen to the end: the state machine that ties consent and challenges
 * together, and the snapshot through which it is stored.
 */
@NullMarked
package dev.kycport.domain.session;

import org.jspecify.annotations.NullMarked;
