package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;

/** Fetches another captcha image because the person wants one. */
final class ReloadCaptcha {

    private final Desk desk;
    private final CaptchaLoading loading;

    ReloadCaptcha(Desk desk, CaptchaLoading loading) {
        this.desk = desk;
        this.loading = loading;
    }

    Either<KycFailure, Progress> reload(SessionId id) {
        return desk.find(id)
                .flatMap(Expect::awaitingCaptcha)
                .flatMap(session -> session.refresh(desk.now())
                        .<KycFailure>mapLeft(no -> no)
                        .flatMap(intent -> loading.load(session, intent)));
    }
}
