package dev.kycport.adapter.deepvue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.kycport.adapter.feign.Query;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.ConsentProof;
import java.util.Collection;
import java.util.List;

/**
 * What the calls carry: the Aadhaar calls as parameters of the URL, the DigiLocker calls as JSON. Nobody gets here without
 * consent, so it is always {@code Y}.
 */
final class DeepvueRequests {

    private static final String CONSENT = "Y";

    private DeepvueRequests() {}

    static Query connect(ConsentProof proof) {
        return consented(Query.NONE, proof);
    }

    static Query reloadCaptcha(ConsentProof proof, ProviderReference session) {
        return consented(Query.NONE.with("session_id", session), proof);
    }

    static Query generateOtp(
            ConsentProof proof, ProviderReference session, IdentityNumber number, CaptchaAnswer answer) {
        return consented(
                Query.NONE
                        .with("aadhaar_number", number)
                        .with("captcha", answer)
                        .with("session_id", session),
                proof);
    }

    static Query verifyOtp(ConsentProof proof, ProviderReference session, OtpCode code) {
        return consented(Query.NONE.with("otp", code).with("session_id", session), proof);
    }

    static Query generateOtpV2(ConsentProof proof, IdentityNumber number) {
        return consented(Query.NONE.with("aadhaar_number", number), proof);
    }

    static Query verifyOtpV2(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return consented(Query.NONE.with("otp", code).with("reference_id", reference), proof);
    }

    private static Query consented(Query query, ConsentProof proof) {
        return query.with("consent", CONSENT).with("purpose", proof.purpose().value());
    }

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
