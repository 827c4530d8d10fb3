/** A provider for offline work: magic numbers and scripted outcomes. */
@NullMarked
package dev.kycport.adapter.fake;

import org.jspecify.annotations.NullMarked;
