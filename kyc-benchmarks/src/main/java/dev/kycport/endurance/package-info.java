/**
 * Programs that wear an installation down and then look for what it lost: killed at random moments, hammered from two nodes,
 * bereft of its database. A stub plays the vendor and counts, people lead sessions, a journal keeps what was asked and what
 * was acknowledged, and checks hold all of that against what the stores say. docs/endurance.md tells how to run them.
 */
@NullMarked
package dev.kycport.endurance;

import org.jspecify.annotations.NullMarked;
