package dev.kycport.endurance.user;

/** Told of every request before it is made and of every answer once it is there. Safe for use by many threads. */
public interface StepListener {

    /** The request is about to be made. */
    void onRequest(TestSubject testSubject, UserStep userStep);

    /** The answer says that the session is there now. */
    void onOutcome(TestSubject testSubject, UserStep userStep, StepOutcome stepOutcome);

    /** The answer is that nothing changed, or that nobody knows; the code says why. */
    void onRefusal(TestSubject testSubject, UserStep userStep, String code);
}
