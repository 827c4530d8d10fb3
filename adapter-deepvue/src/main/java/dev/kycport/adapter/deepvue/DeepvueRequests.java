package dev.kycport.adapter.deepvue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.ports.ConsentProof;
import java.util.Collection;
import java.util.List;

/** What the DigiLocker calls carry as JSON. */
final class DeepvueRequests {

    private static final String CONSENT = "Y";

    private DeepvueRequests() {}

    static InitiateSession initiateSession(ConsentProof proof, RedirectUrl back, Collection<DocumentType> documents) {
        return new InitiateSession(
                CONSENT,
                proof.purpose().value(),
                back.value().toString(),
                documents.stream().sorted().map(DocumentType::code).toList());
    }

    static TakeUp takeUp(ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        return new TakeUp(CONSENT, proof.purpose().value(), reference.value(), code);
    }

    static CollectAadhaar collectAadhaar(ConsentProof proof, ProviderReference reference, boolean pdf) {
        return new CollectAadhaar(CONSENT, proof.purpose().value(), reference.value(), pdf);
    }

    static Collect collect(ConsentProof proof, ProviderReference reference) {
        return new Collect(CONSENT, proof.purpose().value(), reference.value());
    }

    static CollectFile collectFile(ConsentProof proof, ProviderReference reference, String uri) {
        return new CollectFile(CONSENT, proof.purpose().value(), reference.value(), uri);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record InitiateSession(String consent, String purpose, String redirectUrl, List<String> docTypes) {}

    record TakeUp(
            String consent,
            String purpose,
            @JsonProperty("initial_deepvue_transaction_id") String transaction,
            @JsonProperty("digilocker_code") AuthorizationCode code) {}

    record CollectAadhaar(
            String consent,
            String purpose,
            @JsonProperty("initial_deepvue_transaction_id") String transaction,
            @JsonProperty("generate_pdf") boolean generatePdf) {}

    record Collect(
            String consent,
            String purpose,
            @JsonProperty("initial_deepvue_transaction_id") String transaction) {}

    record CollectFile(
            String consent,
            String purpose,
            @JsonProperty("initial_deepvue_transaction_id") String transaction,
            String uri) {}
}
