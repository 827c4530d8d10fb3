package dev.kycport.app.step;

import dev.kycport.domain.failure.KycFailure;

/** A step that came to nothing, for hosts that use exceptions. Its message is the failure's code and summary. */
public final class KycFailureException extends RuntimeException {

    private final transient KycFailure failure;

    public KycFailureException(KycFailure failure) {
        super(failure.code() + ": " + failure.summary());
        this.failure = failure;
    }

    /** What came of the step: nothing changed for the person. */
    public KycFailure failure() {
        return failure;
    }

    /** The failure as problem details. */
    public Problem problem() {
        return Problem.of(failure);
    }
}
