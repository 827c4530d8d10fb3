/** DNS, JSON and header helpers of the HTTP client. Only this module may use them. */
@NullMarked
package dev.kycport.adapter.feign.internal;

import org.jspecify.annotations.NullMarked;
