/**
 * The gateways that ask a provider, and the verdicts they return.
 *
 * <p>A call that has an effect is made once, with one exception: a request that the provider turned away for its access
 * token may be made again once, with a new token, because such a request had no effect. The provider's own documented
 * words decide, never an HTTP status alone: an error page of a proxy leaves open whether the request was carried out.
 *
 * <p>A request that an adapter makes for itself before the call, such as for an access token, concerns no person. If it
 * fails, nothing was sent, so the step answers with a failure that proves that ({@link
 * dev.kycport.domain.failure.ProviderFailure#asNothingSent}) and a route may ask its next provider. Such a request counts
 * towards the provider's call timeout.
 */
@NullMarked
package dev.kycport.ports.gateway;

import org.jspecify.annotations.NullMarked;
