package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.AadhaarValidation;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.util.Optional;

/** Each call of a provider, made with what a person might have typed. */
final class TestCalls {

    static final IdentityNumber NUMBER =
            IdentityNumber.parseNumber("999941057058", AadhaarValidation.STRICT).get();
    static final OtpCode WRONG_CODE = OtpCode.parse("111111").get();

    private TestCalls() {}

    /** The answer of that provider to that call; those of both OTP flows go to the direct one. */
    static Either<ProviderFailure, ?> call(KycProvider provider, ProviderCall call) {
        ConsentProof proof = SampleValues.anyProof(provider.id(), call);
        return switch (call) {
            case CONNECT -> provider.captchaOtp().orElseThrow().fetchCaptcha(proof);
            case RELOAD_CAPTCHA ->
                provider.captchaOtp().orElseThrow().reloadCaptcha(proof, SampleValues.anyReference());
            case SEND_CODE -> provider.directOtp().orElseThrow().send(proof, NUMBER);
            case VERIFY_CODE ->
                provider.directOtp().orElseThrow().verify(proof, SampleValues.anyReference(), WRONG_CODE);
            case OFFER_AUTHORIZATION ->
                provider.digiLocker()
                        .orElseThrow()
                        .requestAuthorization(proof, SampleValues.anyRedirectUrl(), SampleValues.everyDocument());
            case TAKE_UP_AUTHORIZATION ->
                provider.digiLocker()
                        .orElseThrow()
                        .exchangeGrant(
                                proof,
                                SampleValues.anyReference(),
                                AuthorizationCode.parse("granted").get());
            case COLLECT_DOCUMENTS ->
                provider.digiLocker()
                        .orElseThrow()
                        .fetchDocuments(
                                proof,
                                SampleValues.anyReference(),
                                SampleValues.everyDocument(),
                                Optional.of(SampleValues.anyHolder()));
        };
    }

    /** The same of the captcha flow's own way of sending. */
    static Either<ProviderFailure, ?> sendAfterCaptcha(KycProvider provider) {
        ConsentProof proof = SampleValues.anyProof(provider.id(), ProviderCall.SEND_CODE);
        return provider.captchaOtp()
                .orElseThrow()
                .send(
                        proof,
                        SampleValues.anyReference(),
                        NUMBER,
                        CaptchaAnswer.parse("KYC42").get());
    }
}
