/**
 * The use cases, one file each, behind one door: {@link dev.kycport.app.KycService}. Every step that asks a provider goes
 * the same way: look, prove the consent, store the intent, call, store the outcome.
 */
@NullMarked
package dev.kycport.app;

import org.jspecify.annotations.NullMarked;
