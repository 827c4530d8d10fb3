package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.call.GatewayCall;
import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.captcha.CaptchaPolicy;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.CaptchaVerdict;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** Fetches captcha images: the first of a provider's session, or another one of the same session. */
public final class FetchCaptcha {

    private final ProviderDirectory providers;
    private final CallExecutor calls;
    private final KycEnvironment environment;

    public FetchCaptcha(ProviderDirectory providers, CallExecutor calls, KycEnvironment environment) {
        this.providers = providers;
        this.calls = calls;
        this.environment = environment;
    }

    /** Another image if the provider's session is known, else the first one of a new session. */
    Either<KycFailure, StepResult> fetch(
            KycSession.Live session, KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent) {
        return intent.captcha()
                .previous()
                .flatMap(CaptchaChallenge.Refreshable::shownImage)
                .map(shown -> fetchNext(session, intent, shown))
                .orElseGet(() -> fetchFirst(session, intent));
    }

    Either<KycFailure, StepResult> fetchFirst(
            KycSession.Live session, KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent) {
        return providers
                .captchaOtp(session)
                .flatMap(gateway -> calls.execute(new FirstImage(session, intent, gateway)));
    }

    private Either<KycFailure, StepResult> fetchNext(
            KycSession.Live session,
            KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent,
            CaptchaChallenge.Shown shown) {
        return providers
                .captchaOtp(session)
                .flatMap(gateway -> calls.execute(
                        new NextImage(session, intent, gateway, shown.image().session())));
    }

    private CallOutcome shown(KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent, CaptchaImage image) {
        CaptchaPolicy policy = providers.policies(intent).captcha();
        return CallOutcome.of(intent.with(intent.captcha().show(image, policy, environment.now())));
    }

    // Fetching an image has no effect on anyone, so every failure leaves the session as it was.
    private static CallOutcome reverted(
            KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent, ProviderFailure failure) {
        return CallOutcome.reverted(intent.revert(intent.captcha().revert()), failure);
    }

    private final class FirstImage implements GatewayCall<CaptchaImage> {

        private final KycSession.Live session;
        private final KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent;
        private final CaptchaOtpGateway gateway;

        FirstImage(
                KycSession.Live session,
                KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent,
                CaptchaOtpGateway gateway) {
            this.session = session;
            this.intent = intent;
            this.gateway = gateway;
        }

        @Override
        public ProviderCallIntent intent() {
            return ProviderCallIntent.of(ProviderCall.CONNECT, session, intent);
        }

        @Override
        public Either<ProviderFailure, CaptchaImage> ask(ConsentProof proof) {
            return gateway.fetchCaptcha(proof);
        }

        @Override
        public CallOutcome outcome(CaptchaImage image) {
            return shown(intent, image);
        }

        @Override
        public CallOutcome failed(ProviderFailure failure) {
            return reverted(intent, failure);
        }
    }

    private final class NextImage implements GatewayCall<CaptchaVerdict>, CaptchaVerdict.Cases<CallOutcome> {

        private final KycSession.Live session;
        private final KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent;
        private final CaptchaOtpGateway gateway;
        private final ProviderReference reference;

        NextImage(
                KycSession.Live session,
                KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent,
                CaptchaOtpGateway gateway,
                ProviderReference reference) {
            this.session = session;
            this.intent = intent;
            this.gateway = gateway;
            this.reference = reference;
        }

        @Override
        public ProviderCallIntent intent() {
            return ProviderCallIntent.of(ProviderCall.RELOAD_CAPTCHA, session, intent);
        }

        @Override
        public Either<ProviderFailure, CaptchaVerdict> ask(ConsentProof proof) {
            return gateway.reloadCaptcha(proof, reference);
        }

        @Override
        public CallOutcome outcome(CaptchaVerdict verdict) {
            return verdict.match(this);
        }

        @Override
        public CallOutcome newImage(CaptchaVerdict.NewImage verdict) {
            return shown(intent, verdict.image());
        }

        @Override
        public CallOutcome sessionLost() {
            return CallOutcome.sessionLost(intent);
        }

        @Override
        public CallOutcome failed(ProviderFailure failure) {
            return reverted(intent, failure);
        }
    }
}
