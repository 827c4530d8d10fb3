package dev.kycport.app;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.OtpGateway;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** Submits a code. The attempt is spent and on record before the provider is asked. */
final class SubmitCode {

    private final Desk desk;
    private final Caller caller;

    SubmitCode(Desk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    Either<KycFailure, Progress> submit(SessionId id, OtpCode code) {
        return desk.find(id)
                .flatMap(Expect::awaitingOtp)
                .flatMap(session -> session.submit(desk.now())
                        .<KycFailure>mapLeft(no -> no)
                        .flatMap(intent -> verify(session, intent, code)));
    }

    private Either<KycFailure, Progress> verify(
            KycSession.Live session, KycSession.AwaitingOtp<OtpChallenge.Judging> intent, OtpCode code) {
        return desk.directory()
                .gateway(session, gatewayOf(session.dossier().flow()))
                .<KycFailure>mapLeft(no -> no)
                .flatMap(gateway -> caller.make(
                        Call.of(ProviderCall.VERIFY_CODE, session, intent),
                        proof -> gateway.verify(proof, intent.otp().of().reference(), code),
                        answer -> answer.fold(
                                failure -> failed(intent, failure), verdict -> verdict.match(after(intent)))));
    }

    private static Function<KycProvider, Optional<OtpGateway>> gatewayOf(Flow flow) {
        return flow == Flow.CAPTCHA_OTP
                ? provider -> provider.captchaOtp().map(Function.identity())
                : provider -> provider.directOtp().map(Function.identity());
    }

    private static Outcome failed(KycSession.AwaitingOtp<OtpChallenge.Judging> intent, ProviderFailure failure) {
        return failure.provesNothingSent()
                ? Outcome.undone(intent.with(intent.otp().unsent()), failure)
                : lost(intent.tried(intent.otp().lost()), failure);
    }

    private static Outcome lost(KycSession.AfterCode next, ProviderFailure failure) {
        return Outcome.of(next, next instanceof KycSession.Ended ? failure.advising(RetryAdvice.RESTART) : failure);
    }

    private AfterVerify after(KycSession.AwaitingOtp<OtpChallenge.Judging> intent) {
        return new AfterVerify(intent, desk.policies(intent).session(), desk.now());
    }
}
