package dev.kycport.benchmarks;

import com.github.oxo42.stateless4j.StateMachineConfig;

/** The states of a session as names without data. */
enum Stateless4jState {
    OPENED,
    CONSENTED,
    AWAITING_OTP,
    VERIFYING,
    VERIFIED;

    static StateMachineConfig<Stateless4jState, Stateless4jTrigger> transitions() {
        StateMachineConfig<Stateless4jState, Stateless4jTrigger> table = new StateMachineConfig<>();
        table.configure(OPENED).permit(Stateless4jTrigger.CONSENT, CONSENTED);
        table.configure(CONSENTED).permit(Stateless4jTrigger.SEND, AWAITING_OTP);
        table.configure(AWAITING_OTP).permit(Stateless4jTrigger.SUBMIT, VERIFYING);
        table.configure(VERIFYING).permit(Stateless4jTrigger.VERIFY, VERIFIED);
        return table;
    }
}
