/** What the foundation promises every adapter, without any vendor. */
@NullMarked
package dev.kycport.adapter.feign;

import org.jspecify.annotations.NullMarked;
