/** The gateways that ask a provider, and the verdicts they return. */
@NullMarked
package dev.kycport.ports.gateway;

import org.jspecify.annotations.NullMarked;
