package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.Failover;
import dev.kycport.app.internal.call.FlowStart;
import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.spi.KycProvider;
import io.vavr.control.Either;

/** Starts the captcha flow: fetches the first image. */
public final class StartCaptchaOtp implements FlowStart {

    private final Failover failover;
    private final ProviderDirectory providers;
    private final FetchCaptcha fetchCaptcha;
    private final KycEnvironment environment;

    public StartCaptchaOtp(
            Failover failover, ProviderDirectory providers, FetchCaptcha fetchCaptcha, KycEnvironment environment) {
        this.failover = failover;
        this.providers = providers;
        this.fetchCaptcha = fetchCaptcha;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> start(SessionId id) {
        return failover.start(id, this);
    }

    @Override
    public ProviderCall firstCall() {
        return ProviderCall.CONNECT;
    }

    @Override
    public boolean isSupportedBy(KycProvider provider) {
        return provider.captchaOtp().isPresent();
    }

    @Override
    public Either<KycFailure, StepResult> start(KycSession.Consented session) {
        return session.requestCaptcha(providers.policies(session), environment.now())
                .flatMap(intent -> fetchCaptcha.fetchFirst(session, intent));
    }
}
