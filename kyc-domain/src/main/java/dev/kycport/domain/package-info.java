/**
 * The values that all of KycPort uses: flow, provider, session, and secrets. The packages below contain the state
 * machines. They know no vendor, framework or clock.
 */
@NullMarked
package dev.kycport.domain;

import org.jspecify.annotations.NullMarked;
