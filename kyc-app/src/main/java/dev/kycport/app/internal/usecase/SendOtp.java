package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.call.NumberReservation;
import dev.kycport.app.internal.call.NumberReservations;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.OtpGateway;
import dev.kycport.ports.spi.KycProvider;
import io.vavr.control.Either;

/** Has a code sent for a number alone, the first or a further one. */
public final class SendOtp {

    private final SessionRepository sessionRepository;
    private final CallExecutor callExecutor;
    private final NumberReservations reservations;

    public SendOtp(
            SessionRepository sessionRepository, CallExecutor callExecutor, NumberReservations numberReservations) {
        this.sessionRepository = sessionRepository;
        this.callExecutor = callExecutor;
        this.reservations = numberReservations;
    }

    Either<KycFailure, StepResult> send(
            KycSession.Live session, KycSession.AwaitingOtp<OtpChallenge.Requested> intent, IdentityNumber number) {
        return sessionRepository
                .directory()
                .gateway(session, KycProvider::directOtp)
                .flatMap(gateway -> requireAccepted(gateway, number))
                .flatMap(gateway -> reservations
                        .reserve(session, number)
                        .flatMap(numberReservation -> send(session, intent, gateway, numberReservation)));
    }

    private Either<KycFailure, StepResult> send(
            KycSession.Live session,
            KycSession.AwaitingOtp<OtpChallenge.Requested> intent,
            DirectOtpGateway gateway,
            NumberReservation numberReservation) {
        ProviderCallIntent providerCallIntent =
                ProviderCallIntent.of(ProviderCall.SEND_CODE, session, intent).withNumber(numberReservation.number());
        return callExecutor
                .execute(
                        providerCallIntent,
                        proof ->
                                numberReservation.releaseUnlessPending(gateway.send(proof, numberReservation.number())),
                        answer -> answer.fold(
                                failure -> toOutcome(intent, failure),
                                verdict -> verdict.match(verdictOutcome(intent))))
                .peek(stepResult -> numberReservation.extendAfterSend(stepResult.session(), sessionRepository.now()))
                .peekLeft(numberReservation::releaseIfRejected);
    }

    /** A virtual id goes only to a provider that takes it. */
    static <G extends OtpGateway> Either<KycFailure, G> requireAccepted(G gateway, IdentityNumber number) {
        return accepts(gateway, number)
                ? Either.right(gateway)
                : Either.left(InputField.VID.reject("is not accepted by this provider, an Aadhaar number is"));
    }

    static boolean accepts(OtpGateway gateway, IdentityNumber number) {
        return number.match(aadhaar -> true, vid -> gateway.acceptsVirtualIds());
    }

    private CallOutcome toOutcome(KycSession.AwaitingOtp<OtpChallenge.Requested> intent, ProviderFailure failure) {
        return failure.mayHaveBeenDelivered()
                ? verdictOutcome(intent).lost(failure)
                : CallOutcome.reverted(intent.revert(intent.otp().revert()), failure);
    }

    private SendOutcome verdictOutcome(KycSession.AwaitingOtp<OtpChallenge.Requested> intent) {
        return new SendOutcome(
                intent.otp(), otpPolicy(intent), sessionRepository.now(), intent::with, intent::endIneligible);
    }

    private OtpPolicy otpPolicy(KycSession session) {
        return sessionRepository.policies(session).otp();
    }
}
