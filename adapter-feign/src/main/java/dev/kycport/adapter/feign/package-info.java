/**
 * The base of every HTTP adapter, and the only place that knows Feign. {@link
 * dev.kycport.adapter.feign.FeignClientFactory} creates a client that sends each request at most once, within time
 * and size limits. {@link dev.kycport.adapter.feign.HttpCallExecutor} executes a call and turns errors into a {@code
 * ProviderFailure}. {@link dev.kycport.adapter.feign.AccessTokenSource} obtains and keeps an access token. This module
 * knows no vendor, is published, and is supported for adapters outside of this repository: a change that breaks one is
 * listed in the change log. Packages named {@code internal} are not for them.
 */
@NullMarked
package dev.kycport.adapter.feign;

import org.jspecify.annotations.NullMarked;
