package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.http.IdentityReply;
import dev.kycport.tck.http.ReplyFieldNames;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every call of Deepvue's by the name that the examples give it. */
final class DeepvueHttpCalls implements VendorHttpCalls {

    private static final List<String> CALLS = List.of(
            "v1-connect",
            "v1-reload-captcha",
            "v1-generate-otp",
            "v1-verify-otp",
            "v2-generate-otp",
            "v2-verify-otp",
            "digilocker-initiate-session",
            "digilocker-access-token",
            "digilocker-eaadhaar",
            "digilocker-issued-files",
            "digilocker-file");

    private static final List<String> COLLECTION = CALLS.subList(8, 11);

    @Override
    public String vendor() {
        return "deepvue";
    }

    @Override
    public ReplyFieldNames fields() {
        return new ReplyFieldNames("transaction_id", "sub_code", "message", "data", "name", "photo");
    }

    @Override
    public KycProvider open(VendorEndpoint link) {
        return DeepvueRecordings.providerAt(new HttpSettings(
                link.url(),
                link.connectTimeout(),
                link.readTimeout(),
                link.maxBodyBytes(),
                HttpSettings.DEFAULT_KEEP_ALIVE));
    }

    @Override
    public List<String> calls() {
        return CALLS;
    }

    @Override
    public String verifyCall() {
        return "v2-verify-otp";
    }

    @Override
    public List<IdentityReply> identityReplies() {
        return List.of(
                new IdentityReply("v1-verify-otp", "/data/name", "/data/dateOfBirth", "/data/photo", "/data/address"),
                new IdentityReply("v2-verify-otp", "/data/name", "/data/dateOfBirth", "/data/photo", "/data/address"),
                new IdentityReply(
                        "digilocker-eaadhaar",
                        "/data/proof_of_identity/name",
                        "/data/proof_of_identity/dob",
                        "/data/photo",
                        "/data/proof_of_address"));
    }

    @Override
    public Map<String, String> documentReplies() {
        return Map.of("digilocker-file", "/data", "digilocker-eaadhaar", "/data/document_pdf");
    }

    @Override
    public Map<String, String> offerReplies() {
        return Map.of("digilocker-initiate-session", "/data/authorization_url");
    }

    @Override
    public String path(String call) {
        String[] parts = call.split("-", 2);
        return (parts[0].equals("digilocker") ? "/v1/kyc/digilocker/" : "/" + parts[0] + "/ekyc/aadhaar/") + parts[1];
    }

    // Documents are collected in one go; the eAadhaar comes first.
    @Override
    public List<String> additionalCalls(String call) {
        return COLLECTION.indexOf(call) > 0 ? COLLECTION : List.of();
    }

    @Override
    public Either<ProviderFailure, ?> invoke(KycProvider deepvue, String call) {
        Canary canary = Canary.DEFAULT;
        CaptchaOtpGateway v1 = deepvue.captchaOtp().orElseThrow();
        DirectOtpGateway v2 = deepvue.directOtp().orElseThrow();
        DigiLockerGateway digiLocker = deepvue.digiLocker().orElseThrow();
        return switch (call) {
            case "v1-connect" -> v1.fetchCaptcha(proof(ProviderCall.CONNECT));
            case "v1-reload-captcha" ->
                v1.reloadCaptcha(proof(ProviderCall.RELOAD_CAPTCHA), SampleValues.anyReference());
            case "v1-generate-otp" ->
                v1.send(
                        proof(ProviderCall.SEND_CODE),
                        SampleValues.anyReference(),
                        canary.aadhaar(),
                        canary.captchaAnswer());
            case "v1-verify-otp" ->
                v1.verify(proof(ProviderCall.VERIFY_CODE), SampleValues.anyReference(), canary.otpCode());
            case "v2-generate-otp" -> v2.send(proof(ProviderCall.SEND_CODE), canary.aadhaar());
            case "v2-verify-otp" ->
                v2.verify(proof(ProviderCall.VERIFY_CODE), SampleValues.anyReference(), canary.otpCode());
            case "digilocker-initiate-session" ->
                digiLocker.requestAuthorization(
                        proof(ProviderCall.OFFER_AUTHORIZATION),
                        SampleValues.anyRedirectUrl(),
                        SampleValues.everyDocument());
            case "digilocker-access-token" ->
                digiLocker.exchangeGrant(
                        proof(ProviderCall.TAKE_UP_AUTHORIZATION), SampleValues.anyReference(), canary.grant());
            case "digilocker-eaadhaar" -> collect(digiLocker, EnumSet.of(DocumentType.AADHAAR));
            default -> collect(digiLocker, EnumSet.of(DocumentType.AADHAAR, DocumentType.PAN));
        };
    }

    private static Either<ProviderFailure, ?> collect(DigiLockerGateway digiLocker, EnumSet<DocumentType> documents) {
        return digiLocker.fetchDocuments(
                proof(ProviderCall.COLLECT_DOCUMENTS), SampleValues.anyReference(), documents, Optional.empty());
    }

    private static ConsentProof proof(ProviderCall call) {
        return SampleValues.anyProof(DeepvueProviderFactory.ID, call);
    }
}
