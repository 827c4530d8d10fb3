/** The contract kit and the tables of Deepvue's replies, played over a loopback wire. */
@NullMarked
package dev.kycport.adapter.deepvue;

import org.jspecify.annotations.NullMarked;
