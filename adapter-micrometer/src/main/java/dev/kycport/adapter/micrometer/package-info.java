/** Counts and times calls and circuits in Micrometer, under names and tags that never grow with traffic. */
@NullMarked
package dev.kycport.adapter.micrometer;

import org.jspecify.annotations.NullMarked;
