/** Makes a provider call: prove the consent, store the intent, call, store the outcome. */
@NullMarked
package dev.kycport.app.internal.call;

import org.jspecify.annotations.NullMarked;
