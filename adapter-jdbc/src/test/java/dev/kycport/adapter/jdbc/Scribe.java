package dev.kycport.adapter.jdbc;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.ports.ConsentLedger;
import dev.kycport.ports.Stores;
import dev.kycport.tck.Sample;
import java.nio.file.Path;

/** Adds to one chain as often as it is told, whoever else does the same; also a program, to do so from another process. */
final class Scribe {

    private static final ConsentTerms TERMS = Sample.anyTerms(Sample.anyProvider());

    private final ConsentLedger ledger;
    private final ConsentId consent;

    Scribe(ConsentLedger ledger, ConsentId consent) {
        this.ledger = ledger;
        this.consent = consent;
    }

    /** Takes the file of the database, the consent, and how often. */
    public static void main(String... args) {
        try (Stores stores = new SqliteGround(Path.of(args[0])).open()) {
            new Scribe(stores.consents(), new ConsentId(args[1])).write(Integer.parseInt(args[2]));
        }
    }

    void write(int times) {
        for (int written = 0; written < times; ) {
            int position = ledger.events(consent).size();
            if (ledger.append(event(position), position).isRight()) {
                written++;
            }
        }
    }

    private ConsentEvent event(int position) {
        return switch (position) {
            case 0 -> new ConsentEvent.WasAsked(consent, Sample.NOW, TERMS);
            case 1 -> new ConsentEvent.WasGiven(consent, Sample.NOW, ConsentMethod.CHECKBOX, Sample.CONSENT_LIFE);
            default -> new ConsentEvent.WasUsed(consent, Sample.NOW, Sample.anyUse(TERMS, ProviderCall.SEND_CODE));
        };
    }
}
