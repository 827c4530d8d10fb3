/** Loads, reconciles and saves sessions; writes audit entries and publishes events. */
@NullMarked
package dev.kycport.app.internal.session;

import org.jspecify.annotations.NullMarked;
