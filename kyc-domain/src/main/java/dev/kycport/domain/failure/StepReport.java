package dev.kycport.domain.failure;

/** Anything a host, a log or a person may be told about a step that did not simply succeed. It never holds a secret. */
public sealed interface StepReport permits KycFailure, VerdictReport {

    /** The stable code, such as {@code otp.wrong-code}; listed in docs/failures.md. */
    String code();

    /** Whose turn it is. */
    ResponsibleParty responsibleParty();

    /** Whether doing it again helps. */
    RetryAdvice retryAdvice();

    /** One plain sentence for a log or a developer, without any value a person typed. */
    String summary();
}
