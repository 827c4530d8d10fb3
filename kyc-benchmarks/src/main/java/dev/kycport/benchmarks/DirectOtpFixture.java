package dev.kycport.benchmarks;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.SessionHeader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The input of a direct-OTP session, created once so that only the transitions are measured. */
final class DirectOtpFixture {

    private static final ProviderId FAKE = new ProviderId("fake");

    final Instant now = Instant.parse("2026-01-01T00:00:00Z");
    final ProviderReference reference = new ProviderReference("ref-1");
    final Consent.Given consent = consent();
    final SessionHeader header = dossier();
    final VerifiedIdentity identity = identity();

    private Consent.Given consent() {
        ConsentTerms terms = new ConsentTerms(
                new ConsentNotice("benchmark v1", "en-IN", "We fetch your name."),
                new Purpose("account opening"),
                Set.of("name"),
                Set.of(FAKE),
                new SubjectRef("customer-1"));
        return Consent.ask(ConsentId.of(new byte[16]), terms, now).give(ConsentMethod.BUTTON, Duration.ofHours(1), now);
    }

    private SessionHeader dossier() {
        return new SessionHeader(
                SessionId.of(new byte[16]),
                Flow.DIRECT_OTP,
                FAKE,
                consent.terms().subject(),
                consent.id(),
                consent.terms().purpose(),
                now,
                now.plus(Duration.ofMinutes(30)),
                0);
    }

    private VerifiedIdentity identity() {
        return new VerifiedIdentity(
                "Asha Test Rao",
                BirthDate.ofDate(LocalDate.of(1990, 2, 1)),
                Gender.FEMALE,
                Address.UNKNOWN,
                Optional.empty(),
                Optional.of(MaskedNumber.ofAadhaar("7058")),
                List.of(),
                new Assurance(Flow.DIRECT_OTP, FAKE, now));
    }
}
