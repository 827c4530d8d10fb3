package dev.kycport.host.cli;

import dev.kycport.domain.consent.Consent;
import java.time.Instant;

/** What a consent allows by now, as its person is told. */
record ConsentInWords(Calendar calendar, Instant now) implements Consent.Cases<String> {

    @Override
    public String asked(Consent.Asked consent) {
        return "asked and not answered; it allows nothing";
    }

    @Override
    public String given(Consent.Given consent) {
        return now.isBefore(consent.validUntil())
                ? "given; it allows the above until " + calendar.moment(consent.validUntil())
                : over(consent.validUntil());
    }

    @Override
    public String declined(Consent.Declined consent) {
        return "declined; it allows nothing";
    }

    @Override
    public String withdrawn(Consent.Withdrawn consent) {
        return "withdrawn; it allows nothing any more";
    }

    @Override
    public String expired(Consent.Expired consent) {
        return over(consent.given().validUntil());
    }

    private String over(Instant end) {
        return "its time was over on " + calendar.moment(end) + "; it allows nothing any more";
    }
}
