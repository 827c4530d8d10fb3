/** The contract kit and the table of AccuAuth's replies, played over a loopback wire. */
@NullMarked
package dev.kycport.adapter.accuauth;

import org.jspecify.annotations.NullMarked;
