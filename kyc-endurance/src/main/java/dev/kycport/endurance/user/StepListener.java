package dev.kycport.endurance.user;

/** Receives each request before it is made and each answer. Implementations are thread-safe. */
public interface StepListener {

    /** Called before the request. */
    void onRequest(TestSubject subject, UserStep step);

    /** Called when the step succeeded, with the new state of the session. */
    void onOutcome(TestSubject subject, UserStep step, StepOutcome outcome);

    /** Called when the step was refused or threw. */
    void onRefusal(TestSubject subject, UserStep step, String code);
}
