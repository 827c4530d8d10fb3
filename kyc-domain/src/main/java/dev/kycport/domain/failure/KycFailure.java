package dev.kycport.domain.failure;

/** What a use case answers with when nothing changed: we refused, or the provider could not be asked or understood. */
public sealed interface KycFailure extends StepReport permits Rejection, ProviderFailure {}
