package dev.kycport.domain.failure;

/** What a {@link Rejection} answers as a {@link StepReport}. */
public record RejectionDetails(
        String code, ResponsibleParty responsibleParty, RetryAdvice retryAdvice, String summary) {}
