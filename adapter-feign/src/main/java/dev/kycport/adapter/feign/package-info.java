/**
 * The base of every HTTP adapter, and the only place that knows Feign. {@link
 * dev.kycport.adapter.feign.FeignClientFactory} creates a client that sends each request at most once, within time
 * and size limits. {@link dev.kycport.adapter.feign.HttpCallExecutor} executes a call and turns errors into a {@code
 * ProviderFailure}. This module knows no vendor.
 */
@NullMarked
package dev.kycport.adapter.feign;

import org.jspecify.annotations.NullMarked;
