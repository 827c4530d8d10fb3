/** What a host can observe: events, metrics, health, log keys. */
@NullMarked
package dev.kycport.ports.observe;

import org.jspecify.annotations.NullMarked;
