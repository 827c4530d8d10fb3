package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.digilocker.AuthorizationReturn;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Holder;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.CaptchaSendVerdict;
import dev.kycport.ports.CaptchaVerdict;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.ConnectionVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.SendVerdict;
import dev.kycport.tck.Canary;
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
        this.fake = Fake.provider(FakeConfig.usual(), time);
    }

    @Override
    public ProviderId id() {
        return fake.id();
    }

    @Override
    public Duration patience() {
        return fake.patience();
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
        public Either<ProviderFailure, CaptchaImage> connect(ConsentProof proof) {
            return gateway.connect(proof);
        }

        @Override
        public Either<ProviderFailure, CaptchaVerdict> reload(ConsentProof proof, ProviderReference session) {
            return gateway.reload(proof, session);
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
        public Either<ProviderFailure, AuthorizationOffer> offer(
                ConsentProof proof, RedirectUrl back, Set<DocumentType> documents) {
            return gateway.offer(proof, back, documents);
        }

        @Override
        public Either<InputRejection, AuthorizationReturn> read(ReturnUrl url) {
            return gateway.read(url);
        }

        @Override
        public Either<ProviderFailure, ConnectionVerdict> connect(
                ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
            boolean right = code.equals(canary.grant());
            AuthorizationCode granted = AuthorizationCode.parse("granted").get();
            return gateway.connect(proof, reference, right ? granted : code);
        }

        @Override
        public Either<ProviderFailure, CollectionVerdict> collect(
                ConsentProof proof, ProviderReference reference, Set<DocumentType> documents, Optional<Holder> holder) {
            return gateway.collect(proof, reference, documents, holder);
        }
    }
}
