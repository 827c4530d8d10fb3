package dev.kycport.domain.consent;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;

/**
 * One call to a provider that a consent is asked to cover.
 *
 * @param session on whose behalf
 * @param subject about whom
 * @param purpose what for
 * @param recipient which provider will be told
 * @param call what will be asked of it
 */
public record ConsentUse(
        SessionId session, SubjectRef subject, Purpose purpose, ProviderId recipient, ProviderCall call) {}
