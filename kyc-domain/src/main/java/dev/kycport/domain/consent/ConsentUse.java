package dev.kycport.domain.consent;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;

/**
 * One provider call that a consent has to cover.
 *
 * @param session the session that makes the call
 * @param subject the person concerned
 * @param purpose what the identity is used for
 * @param recipient the provider
 * @param call the kind of call
 */
public record ConsentUse(
        SessionId session, SubjectRef subject, Purpose purpose, ProviderId recipient, ProviderCall call) {}
