package dev.kycport.benchmarks;

import com.github.oxo42.stateless4j.StateMachineConfig;

/** The states of a session as a state machine library sees them: names without data. */
enum Step {
    OPENED,
    CONSENTED,
    AWAITING_OTP,
    JUDGING,
    VERIFIED;

    static StateMachineConfig<Step, Event> table() {
        StateMachineConfig<Step, Event> table = new StateMachineConfig<>();
        table.configure(OPENED).permit(Event.CONSENT, CONSENTED);
        table.configure(CONSENTED).permit(Event.SEND, AWAITING_OTP);
        table.configure(AWAITING_OTP).permit(Event.SUBMIT, JUDGING);
        table.configure(JUDGING).permit(Event.VERIFY, VERIFIED);
        return table;
    }
}
