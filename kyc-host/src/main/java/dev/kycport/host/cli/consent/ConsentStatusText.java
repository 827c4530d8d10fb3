package dev.kycport.host.cli.consent;

import dev.kycport.domain.consent.Consent;
import dev.kycport.host.cli.terminal.TimeFormat;
import java.time.Instant;

/** What a consent allows by now, as its person is told. */
record ConsentStatusText(TimeFormat calendar, Instant now) implements Consent.Cases<String> {

    @Override
    public String asked(Consent.Asked consent) {
        return "asked and not answered; it allows nothing";
    }

    @Override
    public String given(Consent.Given consent) {
        return now.isBefore(consent.validUntil())
                ? "given; it allows the above until " + calendar.format(consent.validUntil())
                : expiredAt(consent.validUntil());
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
        return expiredAt(consent.given().validUntil());
    }

    private String expiredAt(Instant end) {
        return "its time was over on " + calendar.format(end) + "; it allows nothing any more";
    }
}
