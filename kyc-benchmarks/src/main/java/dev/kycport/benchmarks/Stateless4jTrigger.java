package dev.kycport.benchmarks;

/** The triggers of the state machine. */
enum Stateless4jTrigger {
    CONSENT,
    SEND,
    SUBMIT,
    VERIFY
}
