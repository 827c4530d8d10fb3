/** What a provider owes as a whole: its factory and settings, its addresses, and what it keeps between people. */
@NullMarked
package dev.kycport.tck.provider;

import org.jspecify.annotations.NullMarked;
