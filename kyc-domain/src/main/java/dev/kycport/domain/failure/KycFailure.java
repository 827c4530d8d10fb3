package dev.kycport.domain.failure;

/**
 * The Left of every use case: nothing changed, because KycPort refused the step, or because the provider could not be
 * called or understood.
 */
public sealed interface KycFailure extends StepReport permits Rejection, ProviderFailure {}
