package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.gateway.CaptchaVerdict;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The fake, to which the secrets of a canary are the right ones. */
final class CanaryProvider implements KycProvider {

    private final Canary canary;
    private final KycProvider fake;

    CanaryProvider(Canary canary, InstantSource time) {
        this.canary = canary;
        this.fake = FakeProviderFactory.provider(FakeConfig.defaults(), time);
    }

    @Override
    public ProviderId id() {
        return fake.id();
    }

    @Override
    public Duration callTimeout() {
        return fake.callTimeout();
    }

    @Override
    public Optional<CaptchaOtpGateway> captchaOtp() {
        return fake.captchaOtp().map(WithCaptcha::new);
    }

    @Override
    public Optional<DirectOtpGateway> directOtp() {
        return fake.directOtp().map(Direct::new);
    }

    @Override
    public Optional<DigiLockerGateway> digiLocker() {
        return fake.digiLocker().map(Locker::new);
    }

    private OtpCode magic(OtpCode code) {
        return code.equals(canary.otpCode()) ? OtpCode.parse("123456").get() : code;
    }

    private final class Direct implements DirectOtpGateway {

        private final DirectOtpGateway gateway;

        Direct(DirectOtpGateway gateway) {
            this.gateway = gateway;
        }

        @Override
        public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
            return gateway.send(proof, number);
        }

        @Override
        public Either<ProviderFailure, CodeVerdict> verify(
                ConsentProof proof, ProviderReference reference, OtpCode code) {
            return gateway.verify(proof, reference, magic(code));
        }
    }

    private final class WithCaptcha implements CaptchaOtpGateway {

        private final CaptchaOtpGateway gateway;

        WithCaptcha(CaptchaOtpGateway gateway) {
            this.gateway = gateway;
        }

        @Override
        public Either<ProviderFailure, CaptchaImage> fetchCaptcha(ConsentProof proof) {
            return gateway.fetchCaptcha(proof);
        }

        @Override
        public Either<ProviderFailure, CaptchaVerdict> reloadCaptcha(ConsentProof proof, ProviderReference session) {
            return gateway.reloadCaptcha(proof, session);
        }

        @Override
        public Either<ProviderFailure, CaptchaSendVerdict> send(
                ConsentProof proof, ProviderReference session, IdentityNumber number, CaptchaAnswer answer) {
            boolean right = answer.equals(canary.captchaAnswer());
            CaptchaAnswer drawn = CaptchaAnswer.parse("KYC42").get();
            return gateway.send(proof, session, number, right ? drawn : answer);
        }

        @Override
        public Either<ProviderFailure, CodeVerdict> verify(
                ConsentProof proof, ProviderReference reference, OtpCode code) {
            return gateway.verify(proof, reference, magic(code));
        }
    }

    private final class Locker implements DigiLockerGateway {

        private final DigiLockerGateway gateway;

        Locker(DigiLockerGateway gateway) {
            this.gateway = gateway;
        }

        @Override
        public Either<ProviderFailure, AuthorizationRequest> requestAuthorization(
                ConsentProof proof, RedirectUrl back, Set<DocumentType> documents) {
            return gateway.requestAuthorization(proof, back, documents);
        }

        @Override
        public Either<KycFailure, AuthorizationCallback> parseCallback(ReturnUrl url) {
            return gateway.parseCallback(url);
        }

        @Override
        public Either<ProviderFailure, GrantVerdict> exchangeGrant(
                ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
            boolean right = code.equals(canary.grant());
            AuthorizationCode granted = AuthorizationCode.parse("granted").get();
            return gateway.exchangeGrant(proof, reference, right ? granted : code);
        }

        @Override
        public Either<ProviderFailure, DocumentsVerdict> fetchDocuments(
                ConsentProof proof,
                ProviderReference reference,
                Set<DocumentType> documents,
                Optional<DocumentHolder> holder) {
            return gateway.fetchDocuments(proof, reference, documents, holder);
        }
    }
}
