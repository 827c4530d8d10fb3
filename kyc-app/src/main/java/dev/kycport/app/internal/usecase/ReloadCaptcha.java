package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;

/** Fetches another captcha image because the person wants one. */
public final class ReloadCaptcha {

    private final SessionRepository sessionRepository;
    private final FetchCaptcha fetchCaptcha;

    public ReloadCaptcha(SessionRepository sessionRepository, FetchCaptcha loading) {
        this.sessionRepository = sessionRepository;
        this.fetchCaptcha = loading;
    }

    public Either<KycFailure, StepResult> reload(SessionId id) {
        return sessionRepository
                .find(id)
                .flatMap(RequireState::awaitingCaptcha)
                .flatMap(session -> session.refresh(sessionRepository.now())
                        .flatMap(intent -> fetchCaptcha.fetch(session, intent)));
    }
}
