/** Feign, OkHttp and Jackson configuration. For use inside this module only. */
@NullMarked
package dev.kycport.adapter.feign.internal;

import org.jspecify.annotations.NullMarked;
