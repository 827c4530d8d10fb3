package dev.kycport.benchmarks;

/** What moves a session on, as a state machine library sees it. */
enum Stateless4jTrigger {
    CONSENT,
    SEND,
    SUBMIT,
    VERIFY
}
