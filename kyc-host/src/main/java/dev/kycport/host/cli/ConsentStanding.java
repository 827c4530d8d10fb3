package dev.kycport.host.cli;

import dev.kycport.domain.consent.Consent;
import java.time.Instant;

/** Where a consent stands now, in one word: the ledger need not have heard yet that its time is over. */
record ConsentStanding(Instant now) implements Consent.Cases<ConsentStanding.Word> {

    /** The words, as ISO/IEC TS 27560 has them for its states. */
    enum Word {
        REQUESTED("requested"),
        REFUSED("refused"),
        GIVEN("given"),
        WITHDRAWN("withdrawn"),
        EXPIRED("expired");

        private final String code;

        Word(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    @Override
    public Word asked(Consent.Asked consent) {
        return Word.REQUESTED;
    }

    @Override
    public Word given(Consent.Given consent) {
        return now.isBefore(consent.validUntil()) ? Word.GIVEN : Word.EXPIRED;
    }

    @Override
    public Word declined(Consent.Declined consent) {
        return Word.REFUSED;
    }

    @Override
    public Word withdrawn(Consent.Withdrawn consent) {
        return Word.WITHDRAWN;
    }

    @Override
    public Word expired(Consent.Expired consent) {
        return Word.EXPIRED;
    }
}
