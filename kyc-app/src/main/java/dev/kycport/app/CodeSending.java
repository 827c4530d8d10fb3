package dev.kycport.app;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.OtpGateway;
import io.vavr.control.Either;

/** Has a code sent for a number alone, the first or a further one. */
final class CodeSending {

    private final Desk desk;
    private final Caller caller;
    private final Claims claims;

    CodeSending(Desk desk, Caller caller, Claims claims) {
        this.desk = desk;
        this.caller = caller;
        this.claims = claims;
    }

    Either<KycFailure, Progress> send(
            KycSession.Live session, KycSession.AwaitingOtp<OtpChallenge.Requested> intent, IdentityNumber number) {
        return desk.directory()
                .gateway(session, KycProvider::directOtp)
                .<KycFailure>mapLeft(no -> no)
                .flatMap(gateway -> accepted(gateway, number))
                .flatMap(gateway ->
                        claims.claim(session, number).flatMap(claim -> send(session, intent, gateway, claim)));
    }

    private Either<KycFailure, Progress> send(
            KycSession.Live session,
            KycSession.AwaitingOtp<OtpChallenge.Requested> intent,
            DirectOtpGateway gateway,
            Claim claim) {
        Call call = Call.of(ProviderCall.SEND_CODE, session, intent).about(claim.number());
        return caller.make(
                        call,
                        proof -> claim.settled(gateway.send(proof, claim.number())),
                        answer -> answer.fold(
                                failure -> failed(intent, failure), verdict -> verdict.match(after(intent))))
                .peek(progress -> claim.kept(progress.session(), desk.now()))
                .peekLeft(claim::refused);
    }

    /** A virtual id goes only to a provider that takes it. */
    static <G extends OtpGateway> Either<KycFailure, G> accepted(G gateway, IdentityNumber number) {
        return takes(gateway, number)
                ? Either.right(gateway)
                : Either.left(Field.VID.because("is not accepted by this provider, an Aadhaar number is"));
    }

    static boolean takes(OtpGateway gateway, IdentityNumber number) {
        return number.match(aadhaar -> true, vid -> gateway.acceptsVirtualIds());
    }

    private Outcome failed(KycSession.AwaitingOtp<OtpChallenge.Requested> intent, ProviderFailure failure) {
        return failure.mayHaveBeenDelivered()
                ? after(intent).lost(failure)
                : Outcome.undone(intent.revert(intent.otp().unsent()), failure);
    }

    private AfterSend after(KycSession.AwaitingOtp<OtpChallenge.Requested> intent) {
        return new AfterSend(intent.otp(), policy(intent), desk.now(), intent::with, intent::ineligible);
    }

    private OtpPolicy policy(KycSession session) {
        return desk.policies(session).otp();
    }
}
