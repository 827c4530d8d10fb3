package dev.kycport.domain.failure;

/** What is reported about a step that did not simply succeed. Never contains a secret. */
public sealed interface StepReport permits KycFailure, VerdictReport {

    /** The stable code, such as {@code otp.wrong-code}; listed in docs/failures.md. */
    String code();

    /** Who has to act. */
    ResponsibleParty responsibleParty();

    /** Whether repeating the step helps. */
    RetryAdvice retryAdvice();

    /** One plain sentence for a log or a developer, without any value that a person typed. */
    String summary();
}
