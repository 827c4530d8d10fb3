package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;

/** Fetches another captcha image at the person's request. */
public final class ReloadCaptcha {

    private final SessionRepository sessions;
    private final FetchCaptcha fetchCaptcha;
    private final KycEnvironment environment;

    public ReloadCaptcha(SessionRepository sessions, FetchCaptcha fetchCaptcha, KycEnvironment environment) {
        this.sessions = sessions;
        this.fetchCaptcha = fetchCaptcha;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> reload(SessionId id) {
        return sessions.find(id)
                .flatMap(RequireState::awaitingCaptcha)
                .flatMap(session ->
                        session.refresh(environment.now()).flatMap(intent -> fetchCaptcha.fetch(session, intent)));
    }
}
