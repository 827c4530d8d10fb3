package dev.kycport.adapter.deepvue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.kycport.adapter.feign.QueryParameters;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.store.ConsentProof;
import java.util.Collection;
import java.util.List;

/**
 * Builds the parameters of each call: query parameters for the Aadhaar calls, JSON for the DigiLocker calls. Each
 * call requires a {@link ConsentProof}, so {@code consent} is always {@code Y}.
 */
final class DeepvueRequests {

    private static final String CONSENT = "Y";

    private DeepvueRequests() {}

    static QueryParameters connect(ConsentProof proof) {
        return withConsent(QueryParameters.NONE, proof);
    }

    static QueryParameters reloadCaptcha(ConsentProof proof, ProviderReference session) {
        return withConsent(QueryParameters.NONE.with("session_id", session), proof);
    }

    static QueryParameters generateOtp(
            ConsentProof proof, ProviderReference session, IdentityNumber number, CaptchaAnswer answer) {
        return withConsent(
                QueryParameters.NONE
                        .with("aadhaar_number", number)
                        .with("captcha", answer)
                        .with("session_id", session),
                proof);
    }

    static QueryParameters verifyOtp(ConsentProof proof, ProviderReference session, OtpCode code) {
        return withConsent(QueryParameters.NONE.with("otp", code).with("session_id", session), proof);
    }

    static QueryParameters generateOtpV2(ConsentProof proof, IdentityNumber number) {
        return withConsent(QueryParameters.NONE.with("aadhaar_number", number), proof);
    }

    static QueryParameters verifyOtpV2(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return withConsent(QueryParameters.NONE.with("otp", code).with("reference_id", reference), proof);
    }

    private static QueryParameters withConsent(QueryParameters queryParameters, ConsentProof proof) {
        return queryParameters
                .with("consent", CONSENT)
                .with("purpose", proof.purpose().value());
    }

    static InitiateSessionRequest initiateSession(
            ConsentProof proof, RedirectUrl redirectUrl, Collection<DocumentType> documents) {
        return new InitiateSessionRequest(
                CONSENT,
                proof.purpose().value(),
                redirectUrl.value().toString(),
                documents.stream().sorted().map(DocumentType::code).toList());
    }

    static AccessTokenRequest accessToken(ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        return new AccessTokenRequest(CONSENT, proof.purpose().value(), reference.value(), code);
    }

    static EAadhaarRequest eaadhaar(ConsentProof proof, ProviderReference reference, boolean pdf) {
        return new EAadhaarRequest(CONSENT, proof.purpose().value(), reference.value(), pdf);
    }

    static IssuedFilesRequest issuedFiles(ConsentProof proof, ProviderReference reference) {
        return new IssuedFilesRequest(CONSENT, proof.purpose().value(), reference.value());
    }

    static FileRequest file(ConsentProof proof, ProviderReference reference, String uri) {
        return new FileRequest(CONSENT, proof.purpose().value(), reference.value(), uri);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record InitiateSessionRequest(String consent, String purpose, String redirectUrl, List<String> docTypes) {}

    record AccessTokenRequest(
            String consent,
            String purpose,
            @JsonProperty("initial_deepvue_transaction_id") String transaction,
            @JsonProperty("digilocker_code") AuthorizationCode code) {}

    record EAadhaarRequest(
            String consent,
            String purpose,
            @JsonProperty("initial_deepvue_transaction_id") String transaction,
            @JsonProperty("generate_pdf") boolean generatePdf) {}

    record IssuedFilesRequest(
            String consent,
            String purpose,
            @JsonProperty("initial_deepvue_transaction_id") String transaction) {}

    record FileRequest(
            String consent,
            String purpose,
            @JsonProperty("initial_deepvue_transaction_id") String transaction,
            String uri) {}
}
