package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.Canary;
import dev.kycport.tck.Sample;
import dev.kycport.tck.VendorCalls;
import dev.kycport.tck.VendorFields;
import dev.kycport.tck.VendorLink;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Every call of Deepvue's by the name that the examples give it. */
final class DeepvueCalls implements VendorCalls {

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
    public VendorFields fields() {
        return new VendorFields("transaction_id", "sub_code", "message", "data", "name", "photo");
    }

    @Override
    public KycProvider open(VendorLink link) {
        return Recorded.at(new HttpSettings(
                link.url(), link.connectTimeout(), link.readTimeout(), link.maxBody(), HttpSettings.USUAL_KEEP_ALIVE));
    }

    @Override
    public List<String> calls() {
        return CALLS;
    }

    @Override
    public String verifying() {
        return "v2-verify-otp";
    }

    @Override
    public String path(String call) {
        String[] parts = call.split("-", 2);
        return (parts[0].equals("digilocker") ? "/v1/kyc/digilocker/" : "/" + parts[0] + "/ekyc/aadhaar/") + parts[1];
    }

    // Documents are collected in one go; the eAadhaar comes first.
    @Override
    public List<String> around(String call) {
        return COLLECTION.indexOf(call) > 0 ? COLLECTION : List.of();
    }

    @Override
    public Either<ProviderFailure, ?> ask(KycProvider deepvue, String call) {
        Canary canary = Canary.USUAL;
        CaptchaOtpGateway v1 = deepvue.captchaOtp().orElseThrow();
        DirectOtpGateway v2 = deepvue.directOtp().orElseThrow();
        DigiLockerGateway digiLocker = deepvue.digiLocker().orElseThrow();
        return switch (call) {
            case "v1-connect" -> v1.connect(proof(ProviderCall.CONNECT));
            case "v1-reload-captcha" -> v1.reload(proof(ProviderCall.RELOAD_CAPTCHA), Sample.anyReference());
            case "v1-generate-otp" ->
                v1.send(proof(ProviderCall.SEND_CODE), Sample.anyReference(), canary.aadhaar(), canary.captchaAnswer());
            case "v1-verify-otp" -> v1.verify(proof(ProviderCall.VERIFY_CODE), Sample.anyReference(), canary.otpCode());
            case "v2-generate-otp" -> v2.send(proof(ProviderCall.SEND_CODE), canary.aadhaar());
            case "v2-verify-otp" -> v2.verify(proof(ProviderCall.VERIFY_CODE), Sample.anyReference(), canary.otpCode());
            case "digilocker-initiate-session" ->
                digiLocker.offer(
                        proof(ProviderCall.OFFER_AUTHORIZATION), Sample.anyRedirectUrl(), Sample.everyDocument());
            case "digilocker-access-token" ->
                digiLocker.connect(proof(ProviderCall.TAKE_UP_AUTHORIZATION), Sample.anyReference(), canary.grant());
            case "digilocker-eaadhaar" -> collect(digiLocker, EnumSet.of(DocumentType.AADHAAR));
            default -> collect(digiLocker, EnumSet.of(DocumentType.AADHAAR, DocumentType.PAN));
        };
    }

    private static Either<ProviderFailure, ?> collect(DigiLockerGateway digiLocker, EnumSet<DocumentType> documents) {
        return digiLocker.collect(
                proof(ProviderCall.COLLECT_DOCUMENTS), Sample.anyReference(), documents, Optional.empty());
    }

    private static ConsentProof proof(ProviderCall call) {
        return Sample.anyProof(Deepvue.ID, call);
    }
}
