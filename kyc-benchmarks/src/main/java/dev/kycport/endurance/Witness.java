package dev.kycport.endurance;

/** Told of every request before it is made and of every answer once it is there. Safe for use by many threads. */
interface Witness {

    /** The request is about to be made. */
    void asked(Subject subject, Step step);

    /** The answer says that the session is there now. */
    void landed(Subject subject, Step step, Landing landing);

    /** The answer is that nothing changed, or that nobody knows; the code says why. */
    void refused(Subject subject, Step step, String code);
}
