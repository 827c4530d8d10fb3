package dev.kycport.adapter.uidai;

import dev.kycport.adapter.uidai.internal.document.CheckedDocument;
import dev.kycport.adapter.uidai.internal.document.ParsedDocument;
import dev.kycport.adapter.uidai.internal.document.Refusal;
import dev.kycport.domain.evidence.Evidence;
import dev.kycport.domain.evidence.EvidenceDigest;
import dev.kycport.domain.evidence.EvidenceVerdict;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.SignedDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is decided after the signature: the signer's period, the layout, the age, the contact data, in this order. */
final class Conclusion {

    /** How far the clocks of UIDAI and of this host may differ. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final SignedDocument document;
    private final Instant now;
    private final EvidenceDigest digest;

    Conclusion(SignedDocument document, Instant now) {
        this.document = document;
        this.now = now;
        this.digest = EvidenceDigest.of(document.content());
    }

    EvidenceResult of(Refusal refusal) {
        return EvidenceResult.refused(refusal.verdict(), refusal.reason(), digest);
    }

    EvidenceResult of(CheckedDocument signed) {
        ContactMatcher contact = new ContactMatcher(document, signed.reading());
        Evidence evidence = new Evidence(
                signed.kind(),
                signed.layout(),
                signed.signer(),
                signed.generatedAt(),
                digest,
                contact.mobile(),
                contact.email());
        if (signed.generatedAt().isPresent()
                && !signed.signer().isValidAt(signed.generatedAt().get())) {
            return EvidenceResult.refused(
                    EvidenceVerdict.SIGNER_NOT_VALID_THEN, "is dated outside its signer's period", evidence);
        }
        if (signed.reading().isEmpty()) {
            return EvidenceResult.refused(
                    EvidenceVerdict.LAYOUT_UNKNOWN, "is signed, but its layout is not known", evidence);
        }
        ParsedDocument reading = signed.reading().get();
        return ageProblem(reading)
                .map(problem -> EvidenceResult.refused(EvidenceVerdict.TOO_OLD, problem, evidence))
                .orElseGet(() -> EvidenceResult.genuine(evidence, reading.holder()));
    }

    private Optional<String> ageProblem(ParsedDocument reading) {
        if (reading.endsAt().filter(now::isAfter).isPresent()) {
            return Optional.of("is past the end that its issuer set");
        }
        if (reading.generatedAt().isAfter(now.plus(CLOCK_SKEW))) {
            return Optional.of("is dated later than this host's clock");
        }
        return document.maxAge()
                .filter(age -> reading.generatedAt().isBefore(now.minus(age)))
                .map(age -> "is older than " + age.toHours() + " hours");
    }
}
