/**
 * The API for hosts: {@link dev.kycport.app.KycService}. Every step that asks a provider does the same: load the session, prove
 * the consent, store the intent, call, store the outcome.
 */
@NullMarked
package dev.kycport.app;

import org.jspecify.annotations.NullMarked;
