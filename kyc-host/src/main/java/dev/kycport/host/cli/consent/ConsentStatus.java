package dev.kycport.host.cli.consent;

import dev.kycport.domain.consent.Consent;
import java.time.Instant;

/** Where a consent stands now, in one word: the ledger need not have heard yet that its time is over. */
record ConsentStatus(Instant now) implements Consent.Cases<ConsentStatus.State> {

    /** The words, as ISO/IEC TS 27560 has them for its states. */
    enum State {
        REQUESTED("requested"),
        REFUSED("refused"),
        GIVEN("given"),
        WITHDRAWN("withdrawn"),
        EXPIRED("expired");

        private final String code;

        State(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    @Override
    public State asked(Consent.Asked consent) {
        return State.REQUESTED;
    }

    @Override
    public State given(Consent.Given consent) {
        return now.isBefore(consent.validUntil()) ? State.GIVEN : State.EXPIRED;
    }

    @Override
    public State declined(Consent.Declined consent) {
        return State.REFUSED;
    }

    @Override
    public State withdrawn(Consent.Withdrawn consent) {
        return State.WITHDRAWN;
    }

    @Override
    public State expired(Consent.Expired consent) {
        return State.EXPIRED;
    }
}
