package dev.kycport.benchmarks;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A proof of consent, from a ledger with a single consent. */
final class BenchmarkProofs {

    private static final ProviderId DEEPVUE = new ProviderId("deepvue");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private BenchmarkProofs() {}

    static ConsentProof forPurpose(String purpose) {
        ConsentTerms terms = new ConsentTerms(
                new ConsentNotice("benchmark v1", "en-IN", "We fetch your name."),
                new Purpose(purpose),
                Set.of("name"),
                Set.of(DEEPVUE),
                new SubjectRef("customer-1"));
        ConsentUse use = new ConsentUse(
                SessionId.of(new byte[16]), terms.subject(), terms.purpose(), DEEPVUE, ProviderCall.VERIFY_CODE);
        ConsentId id = ConsentId.of(new byte[16]);
        return new OneConsent(id, terms).prove(id, use, NOW).get();
    }

    private record OneConsent(ConsentId id, ConsentTerms terms) implements ConsentLedger {

        @Override
        public List<ConsentEvent> events(ConsentId consent) {
            return List.of(
                    new ConsentEvent.WasAsked(id, NOW, terms),
                    new ConsentEvent.WasGiven(id, NOW, ConsentMethod.BUTTON, Duration.ofHours(1)));
        }

        @Override
        public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
            return Either.right(event);
        }
    }
}
