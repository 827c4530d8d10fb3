/**
 * The one place that knows Feign's habits, and what every HTTP adapter builds on. {@link dev.kycport.adapter.feign.FeignClientFactory}
 * makes a client that sends a request once or not at all, waits no longer than configured and reads no more than is good for
 * it; {@link dev.kycport.adapter.feign.HttpCallExecutor} is the one {@code try/catch} that turns what can go wrong on the way into a
 * {@code ProviderFailure}. The rest reads what vendors write: dates, images, numbers, codes. It knows no vendor.
 */
@NullMarked
package dev.kycport.adapter.feign;

import org.jspecify.annotations.NullMarked;
