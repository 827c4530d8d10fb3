package dev.kycport.adapter.feign;

import dev.kycport.ports.spi.Credential;

/**
 * A credential that is sent as a header of every request.
 *
 * @param setting the configuration key of the credential, for error messages
 */
public record HeaderCredential(String header, String setting, Credential value) {}
