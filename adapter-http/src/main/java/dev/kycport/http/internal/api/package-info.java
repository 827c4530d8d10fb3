/** The JSON API: its operations, strict bodies, repeatable requests and its description. */
@NullMarked
package dev.kycport.http.internal.api;

import org.jspecify.annotations.NullMarked;
