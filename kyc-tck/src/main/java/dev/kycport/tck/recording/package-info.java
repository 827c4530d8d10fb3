/** Recordings of a provider and their playback. */
@NullMarked
package dev.kycport.tck.recording;

import org.jspecify.annotations.NullMarked;
