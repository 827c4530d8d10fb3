package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.identity.NumberRules;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.Sample;
import io.vavr.control.Either;
import java.util.Optional;

/** Each call of a provider, made with what a person might have typed. */
final class Asked {

    static final IdentityNumber NUMBER =
            IdentityNumber.of("999941057058", NumberRules.STRICT).get();
    static final OtpCode WRONG = OtpCode.parse("111111").get();

    private Asked() {}

    /** The answer of that provider to that call; those of both OTP flows go to the direct one. */
    static Either<ProviderFailure, ?> of(KycProvider provider, ProviderCall call) {
        ConsentProof proof = Sample.anyProof(provider.id(), call);
        return switch (call) {
            case CONNECT -> provider.captchaOtp().orElseThrow().connect(proof);
            case RELOAD_CAPTCHA -> provider.captchaOtp().orElseThrow().reload(proof, Sample.anyReference());
            case SEND_CODE -> provider.directOtp().orElseThrow().send(proof, NUMBER);
            case VERIFY_CODE -> provider.directOtp().orElseThrow().verify(proof, Sample.anyReference(), WRONG);
            case OFFER_AUTHORIZATION ->
                provider.digiLocker().orElseThrow().offer(proof, Sample.anyRedirectUrl(), Sample.everyDocument());
            case TAKE_UP_AUTHORIZATION ->
                provider.digiLocker()
                        .orElseThrow()
                        .connect(
                                proof,
                                Sample.anyReference(),
                                AuthorizationCode.parse("granted").get());
            case COLLECT_DOCUMENTS ->
                provider.digiLocker()
                        .orElseThrow()
                        .collect(proof, Sample.anyReference(), Sample.everyDocument(), Optional.of(Sample.anyHolder()));
        };
    }

    /** The same of the captcha flow's own way of sending. */
    static Either<ProviderFailure, ?> sendAfterCaptcha(KycProvider provider) {
        ConsentProof proof = Sample.anyProof(provider.id(), ProviderCall.SEND_CODE);
        return provider.captchaOtp()
                .orElseThrow()
                .send(
                        proof,
                        Sample.anyReference(),
                        NUMBER,
                        CaptchaAnswer.parse("KYC42").get());
    }
}
