/**
 * The invented vendor Acme, built on adapter-feign with an {@link dev.kycport.adapter.feign.AccessTokenSource}. Its
 * recordings are those of the adapter in kyc-host/src/it/acme-adapter, which uses the JDK's HTTP client.
 */
@NullMarked
package dev.kycport.adapter.feign.acme;

import org.jspecify.annotations.NullMarked;
